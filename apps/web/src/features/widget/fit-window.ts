const searchHeight = 420;

/**
 * Makes a small window high enough for the list while one searches, and as small again as it was.
 * A tab, and a browser that does not let a page do so, stay as they are.
 */
export function fitWindow(view: Window, searching: boolean): (() => void) | undefined {
  const { outerWidth, outerHeight, innerHeight } = view;
  if (!searching || innerHeight >= searchHeight || !isSmall(view)) return undefined;
  resize(view, outerWidth, outerHeight + searchHeight - innerHeight);
  return () => resize(view, outerWidth, outerHeight);
}

function isSmall(view: Window): boolean {
  return view !== window || view.opener !== null || view.name === widgetName;
}

/** The name of the small window, so that there is one of them. */
export const widgetName = 'timegrove-widget';

function resize(view: Window, width: number, height: number): void {
  try {
    view.resizeTo(width, height);
  } catch {
    // Only right after a click or a key; the list scrolls instead.
  }
}
