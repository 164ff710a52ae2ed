import { useEffect, useEffectEvent } from 'react';

interface Keys {
  readonly pick: () => void;
  readonly startOrStop: () => void;
}

const fields = 'input, textarea, select, [contenteditable=true]';

/** `t`, or Ctrl or ⌘ with `k` also while typing, opens the task picker; `s` starts or stops. */
export function useWidgetKeys(view: Window, { pick, startOrStop }: Keys): void {
  const deedOf = useEffectEvent((event: KeyboardEvent): (() => void) | undefined => {
    const key = event.key.toLowerCase();
    if (event.altKey || event.shiftKey || event.repeat) return undefined;
    if (event.ctrlKey || event.metaKey) return key === 'k' ? pick : undefined;
    if (view.document.activeElement?.matches(fields) === true) return undefined;
    return { t: pick, s: startOrStop }[key];
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const deed = deedOf(event);
      if (deed === undefined) return;
      event.preventDefault();
      deed();
    };
    view.addEventListener('keydown', hear);
    return () => view.removeEventListener('keydown', hear);
  }, [view]);
}
