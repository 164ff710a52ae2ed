/** The look of a button in a page: Timegrove's own, whatever the page does to its elements. */
const style = `
:host {
  all: initial !important;
  display: inline-block !important;
  vertical-align: middle !important;
  margin: 0 8px !important;
  color-scheme: light;
}
* { box-sizing: border-box; }
button {
  font: 600 13px/18px system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  cursor: pointer;
  border: 1px solid transparent;
  border-radius: 6px;
  white-space: nowrap;
}
button:focus-visible { outline: 2px solid #3c9a5f; outline-offset: 2px; }
.main {
  display: inline-flex;
  align-items: center;
  gap: 6px;
  min-height: 28px;
  padding: 4px 10px;
}
.main svg { flex: none; }
.small .main { padding: 4px 7px; }
.small .label { display: none; }
.start { background: #2c7d4a; color: #fff; }
.start:hover { background: #22653b; }
.stop { background: #c92a2a; color: #fff; }
.stop:hover { background: #a61e1e; }
.stopping { background: #fff; color: #a61e1e; border-color: #c92a2a; border-style: dashed; }
.asking, .explain { background: #fff; color: #22653b; border-color: #8fcea4; }
.explain:hover { background: #eef8f1; }
.asking, .stopping { cursor: default; }
.clock:empty { display: none; }
.clock { font-variant-numeric: tabular-nums; font-weight: 500; }
.note {
  position: fixed;
  inset: auto;
  margin: 0;
  width: 288px;
  max-height: 60vh;
  overflow: auto;
  padding: 12px;
  border: 1px solid #dde2de;
  border-radius: 8px;
  background: #fff;
  color: #1c211e;
  box-shadow: 0 6px 20px rgb(0 0 0 / 18%);
  font: 400 13px/19px system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  overflow-wrap: anywhere;
}
.note p { margin: 0; }
.offers { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
.offers:empty { display: none; }
.offers button { padding: 4px 10px; min-height: 28px; max-width: 100%; background: #fff; color: #1c211e; border-color: #dde2de; white-space: normal; text-align: start; }
.offers button:hover { background: #f7f9f7; }
.offers button:first-child { border-color: #2c7d4a; color: #22653b; }
.offers button:disabled { cursor: default; color: #6a736d; border-color: #dde2de; }
`;

/**
 * Gives a root its look. Firefox lets no content script adopt a sheet of its own, so there it is an
 * element in the root.
 */
export function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const element = document.createElement('style');
    element.textContent = style;
    root.append(element);
  }
}
