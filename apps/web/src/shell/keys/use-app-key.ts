import { useEffect, useEffectEvent } from 'react';
import type { AppKey } from './app-keys.ts';
import { meaningOf } from './meaning-of.ts';

/** How long after the first key of two the second one counts, in ms. */
const patience = 1500;
const takers =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]';

const deeds = new Map<AppKey, () => void>();

/** Lets a key of the app do this while the calling part is on the screen. */
export function useAppKey(name: AppKey, deed: () => void): void {
  const run = useEffectEvent(deed);
  useEffect(() => {
    const own = (): void => run();
    deeds.set(name, own);
    return () => {
      if (deeds.get(name) === own) deeds.delete(name);
    };
  }, [name]);
}

/** Does what a key of the app does. */
export function doAppKey(name: AppKey): void {
  deeds.get(name)?.();
}

/** Listens to the keys of the app until the returned function is called; never while somebody types. */
export function listenToKeys(): () => void {
  let last: { readonly key: string; readonly at: number } | null = null;
  const take = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.repeat || event.key === 'Shift' || isTaken(event)) return;
    const before = last !== null && event.timeStamp - last.at < patience ? last.key : null;
    const name = meaningOf(event.key, before);
    last = name === undefined ? { key: event.key, at: event.timeStamp } : null;
    const deed = name && deeds.get(name);
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  };
  document.addEventListener('keydown', take);
  return () => document.removeEventListener('keydown', take);
}

function isTaken({ altKey, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey) return true;
  return target instanceof Element && target.closest(takers) !== null;
}
