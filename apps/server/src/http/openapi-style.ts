/** How the page about the API looks: calm, narrow enough to read, light and dark. */
export const style = `
:root { color-scheme: light dark;
  --ground: light-dark(#fbfcfb, #171a18); --panel: light-dark(#ffffff, #1e2220);
  --text: light-dark(#1c211e, #d5dad6); --quiet: light-dark(#59625c, #9ba39d);
  --line: light-dark(#dde2de, #353c38); --link: light-dark(#22653b, #6cbf89); }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--text);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
a { color: var(--link); }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: .75rem 1rem;
  border-bottom: 1px solid var(--line); background: var(--panel); }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 6rem; }
h1 { font-size: 1.5rem; margin: .5rem 0; } h1 small { color: var(--quiet); font-weight: 400; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; text-transform: capitalize; }
h3 { font-size: 1rem; font-weight: 500; margin: 0; } h3 a { color: inherit; text-decoration: none; }
h3 a:hover code { text-decoration: underline; }
h4 { font-size: .85rem; margin: 1rem 0 .25rem; color: var(--quiet); }
article { background: var(--panel); border: 1px solid var(--line); border-radius: 8px;
  padding: .75rem 1rem; margin-bottom: .75rem; }
article > p { margin: .35rem 0; } em { color: var(--quiet); font-style: normal; font-size: .85rem; }
code { font: .875em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { margin: 0; padding: .6rem .75rem; overflow-x: auto; border-radius: 6px;
  background: var(--ground); border: 1px solid var(--line); }
pre code { overflow-wrap: normal; }
summary { cursor: pointer; color: var(--quiet); font-size: .85rem; padding: .25rem 0; }
table { border-collapse: collapse; width: 100%; }
td { padding: .25rem .75rem .25rem 0; vertical-align: top; border-top: 1px solid var(--line); }
dl { margin: 0; display: grid; grid-template-columns: 3.5rem 1fr; } dt { color: var(--quiet); grid-column: 1; }
dd { margin: 0; grid-column: 2; } dt + dd { grid-row: auto; }
.method { display: inline-block; min-width: 4.25rem; font: 600 .75rem/1.8 ui-monospace, monospace;
  text-align: center; border-radius: 4px; border: 1px solid currentColor; }
.GET { color: light-dark(#1862ab, #74b8f2); } .POST { color: light-dark(#2c7d4a, #6cbf89); }
.PUT, .PATCH { color: light-dark(#8a5a00, #e0b354); } .DELETE { color: light-dark(#c92a2a, #ff8f8f); }
`;
