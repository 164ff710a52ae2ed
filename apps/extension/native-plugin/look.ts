/** How a button looks; the font and the colour of the words beside it are those of the page around it. */
export const look = `
:host,button{display:inline-flex;align-items:center;gap:8px}
button{padding:8px 12px;border:0;border-radius:6px;background:#2c7d4a;color:#fff;font:inherit;font-weight:600;cursor:pointer}
.stop{background:#c92a2a}
[aria-disabled]{background:#5c6660;cursor:default}
button::before{content:"";border:5px solid #0000;border-left:8px solid;border-right:0}
.stop::before{border:4px solid}
time{font-variant-numeric:tabular-nums}
a{color:inherit}
`;
