/**
 * Hands the focus on when what had it is taken away, until the returned function is called: to what
 * carries the same `data-focus`, as the Stop button carries that of the Start button before it. Else
 * somebody at the keyboard would begin again at the top of the screen.
 */
export function handOnFocus(): () => void {
  let last: HTMLElement | null = null;
  let holders: readonly HTMLElement[] = [];
  const note = ({ target }: FocusEvent): void => {
    last = target instanceof HTMLElement ? target : null;
    holders = last === null ? [] : holdersOf(last);
  };
  const forget = ({ target }: FocusEvent): void => {
    // Only what stays there was left by a person.
    queueMicrotask(() => {
      if (target === last && last?.isConnected === true) last = null;
    });
  };
  const look = (): void => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    // Of several that went along the outermost, else the nearest of those that stayed.
    const gone = holders.findLast((holder) => !holder.isConnected);
    const key = (gone ?? holders[0])?.dataset['focus'];
    if (key !== undefined) heirOf(key)?.focus({ preventScroll: true });
  };
  const watching = new MutationObserver(look);
  watching.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', note);
  document.addEventListener('focusout', forget);
  return () => {
    watching.disconnect();
    document.removeEventListener('focusin', note);
    document.removeEventListener('focusout', forget);
  };
}

/** From the inside to the outside. */
function holdersOf(element: HTMLElement): readonly HTMLElement[] {
  const holder = element.closest<HTMLElement>('[data-focus]');
  if (holder === null) return [];
  return holder.parentElement === null ? [holder] : [holder, ...holdersOf(holder.parentElement)];
}

function heirOf(key: string): HTMLElement | undefined {
  const heirs = document.querySelectorAll<HTMLElement>(`[data-focus="${key}"]`);
  return [...heirs].flatMap((heir) =>
    heir.tabIndex >= 0 ? heir : (heir.querySelector<HTMLElement>('input:checked') ?? []),
  )[0];
}
