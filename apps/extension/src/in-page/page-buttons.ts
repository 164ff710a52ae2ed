import type { Spot } from '@timegrove/providers/kit/page.ts';
import type { ItemState, PageSays } from '../messages.ts';
import { ItemButton } from './item-button.ts';
import { hostName } from './timer-button.ts';

/** The buttons of one page: one for each item, however often the page shows it. */
export interface PageButtons {
  /** Puts a button at every spot, and takes away those whose spot is gone. */
  placeAt(spots: readonly Spot[], now: number): void;
  /** Takes in what the background told. */
  hear(state: ItemState): void;
  /** Asks for every item again: the background has forgotten who asked. */
  followAgain(): void;
  tick(now: number): void;
  remove(): void;
}

/** Keeps the buttons of a page of a provider. */
export function createPageButtons(provider: string, say: (message: PageSays) => void): PageButtons {
  const buttons = new Map<string, ItemButton>();
  const all = (work: (button: ItemButton) => void): void => buttons.forEach(work);
  const buttonFor = (item: string): ItemButton => {
    const known = buttons.get(item);
    if (known !== undefined) return known;
    const made = new ItemButton({ provider, item }, say);
    buttons.set(item, made);
    return made;
  };
  const drop = (item: string): void => {
    buttons.get(item)?.remove();
    buttons.delete(item);
  };
  return {
    placeAt: (spots, now) => {
      const byItem = new Map<string, Spot>();
      for (const spot of spots)
        if ((byItem.get(spot.item)?.place ?? null) === null) byItem.set(spot.item, spot);
      for (const item of buttons.keys()) if (!byItem.has(item)) drop(item);
      for (const spot of byItem.values()) buttonFor(spot.item).placeAt(spot, now);
      removeOthers(new Set([...buttons.values()].map(({ host }) => host)));
    },
    hear: (state) => buttons.get(state.item)?.hear(state),
    followAgain: () => all((button) => button.follow()),
    tick: (now) => all((button) => button.tick(now)),
    remove: () => [...buttons.keys()].forEach(drop),
  };
}

/** A page that copies a part of itself copies an empty shell; an older version of the extension leaves one. */
function removeOthers(own: ReadonlySet<Element>): void {
  for (const host of document.querySelectorAll(hostName)) if (!own.has(host)) host.remove();
}
