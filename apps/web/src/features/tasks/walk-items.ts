import type { KeyboardEvent } from 'react';

const stops = '.projects-search input, .task-item-open, .tree';

/** Lets the arrow keys walk from the search field through the tasks of a list, and on to the tree. */
export function walkItems(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const list = event.currentTarget.closest('.projects-main');
  const all = [...(list?.querySelectorAll<HTMLElement>(stops) ?? [])];
  const at = all.findIndex((element) => element === document.activeElement);
  const next = at < 0 ? undefined : all[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
