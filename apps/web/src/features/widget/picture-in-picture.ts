interface DocumentPictureInPicture extends EventTarget {
  readonly window: Window | null;
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window>;
}

declare global {
  interface Window {
    /** Only some browsers have it, and only over a secure connection. */
    readonly documentPictureInPicture?: DocumentPictureInPicture;
  }
}

/** The size of the small window: the task, and what can be done with it. */
export const widgetSize = { width: 320, height: 116 } as const;

/** Whether a part of this window stays on top of all others at the moment. */
export function isFloating(): boolean {
  return window.documentPictureInPicture?.window != null;
}

/** Opens a window that stays on top of all others, dressed as this one. @throws where the browser refuses */
export async function openFloating(
  opener: NonNullable<Window['documentPictureInPicture']>,
): Promise<Window> {
  const view = await opener.requestWindow(widgetSize);
  const from = document.documentElement;
  const to = view.document.documentElement;
  for (const style of document.querySelectorAll('link[rel=stylesheet], style'))
    view.document.head.append(style.cloneNode(true));
  const dress = (): void => {
    for (const { name, value } of from.attributes) to.setAttribute(name, value);
  };
  dress();
  const observer = new MutationObserver(dress);
  observer.observe(from, { attributes: true });
  view.addEventListener('pagehide', () => observer.disconnect());
  view.document.title = 'Timegrove';
  return view;
}
