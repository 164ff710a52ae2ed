import { make } from './make.ts';
import { offerText } from './words.ts';
import type { Offer } from './face.ts';

/** What the note below a button says, and what it offers. */
export interface NoteContents {
  readonly sentence: string;
  readonly offers: readonly Offer[];
  /** The offer that was taken and is being carried out. */
  readonly busy: Offer['to'] | null;
}

/** The note below a button: over everything else in the page, away with Escape or a click elsewhere. */
export interface Note {
  readonly element: HTMLElement;
  say(contents: NoteContents): void;
  open(below: Element): void;
  close(): void;
}

const margin = 8;

/** Makes the note of a button. @param take called with the offer that a person chooses */
export function makeNote(take: (offer: Offer) => void): Note {
  const sentence = make('p', {});
  sentence.setAttribute('role', 'status');
  const offers = make('div', { className: 'offers' });
  const element = make('div', { className: 'note', popover: 'auto' }, sentence, offers);
  let filled = '';
  return {
    element,
    say: (contents) => {
      const wanted = JSON.stringify(contents);
      if (wanted === filled) return;
      filled = wanted;
      sentence.textContent = contents.sentence;
      const held = hasFocus(offers);
      offers.replaceChildren(...contents.offers.map((offer) => buttonFor(offer, contents, take)));
      if (held) offers.querySelector<HTMLElement>('button:enabled')?.focus();
    },
    open: (below) => {
      if (element.matches(':popover-open')) return;
      element.showPopover();
      placeBelow(element, below);
    },
    close: () => {
      if (element.isConnected && element.matches(':popover-open')) element.hidePopover();
    },
  };
}

function buttonFor(offer: Offer, { busy }: NoteContents, take: (offer: Offer) => void) {
  const button = make('button', { type: 'button', textContent: offerText(offer) });
  button.disabled = busy === offer.to;
  button.addEventListener('click', ({ isTrusted }) => isTrusted && take(offer));
  return button;
}

function hasFocus(element: Element): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && element.contains(root.activeElement);
}

function placeBelow(element: HTMLElement, below: Element): void {
  const { left, top, bottom } = below.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const fits = bottom + margin + height <= innerHeight;
  element.style.top = `${Math.max(margin, fits ? bottom + margin : top - margin - height)}px`;
  element.style.left = `${Math.max(margin, Math.min(left, innerWidth - margin - width))}px`;
}
