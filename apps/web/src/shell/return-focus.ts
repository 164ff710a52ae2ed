const overlays = '[role=dialog], [role=menu], [role=listbox]';

/**
 * Gives the focus back to where it was before a dialog, until the returned function is called. Mantine
 * does so only for a dialog that stood closed before, not for one that is loaded when it is first opened.
 */
export function returnFocus(): () => void {
  let last: HTMLElement | null = null;
  let dialog: Element | null = null;
  const note = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    dialog = target.closest('[role=dialog]') ?? dialog;
    if (target.closest(overlays) === null) last = target;
  };
  const look = (): void => {
    if (dialog === null || dialog.isConnected) return;
    dialog = null;
    if (document.activeElement === document.body) last?.focus({ preventScroll: true });
  };
  const watching = new MutationObserver(look);
  watching.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', note);
  return () => {
    watching.disconnect();
    document.removeEventListener('focusin', note);
  };
}
