import { formatElapsed } from '@timegrove/domain/time/duration.ts';
import type { Face, Offer } from './face.ts';
import { drawSign, make } from './make.ts';
import { makeNote, type Note } from './note.ts';
import { dress } from './style.ts';
import { labelOf, nameOf, sentenceOf } from './words.ts';

/** What a button shows: the face of its item, what the page calls it, and what went wrong last. */
export interface Shown {
  readonly face: Face;
  readonly title: string;
  readonly trouble: string | null;
  readonly busy: Offer['to'] | null;
}

/** A button in a page, in a root that the page cannot look into. */
export interface TimerButton {
  /** What is put into the page. */
  readonly host: HTMLElement;
  show(shown: Shown): void;
  /** Goes on with the clock. */
  tick(now: number): void;
  remove(): void;
}

/** The name of the element that holds a button. */
export const hostName = 'timegrove-button';

// Longer after a press, a start would come as a surprise.
const freshPress = 5000;

const play = 'M3 1.8v10.4a.6.6 0 0 0 .9.5l8.6-5.2a.6.6 0 0 0 0-1L3.9 1.3a.6.6 0 0 0-.9.5z';
const square = 'M3 2h8a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1z';

/**
 * Makes a button.
 * @param take called with what a person chooses to do
 * @param small without its words, in a list that has one in every line
 */
export function makeTimerButton(take: (offer: Offer) => void, small: boolean): TimerButton {
  const label = make('span', { className: 'label' });
  const clock = make('span', { className: 'clock' });
  const main = make('button', { type: 'button' });
  const note = makeNote(take);
  const host = putInRoot(make('span', { className: small ? 'small' : '' }, main, note.element));
  let shown: Shown | undefined;
  // A press that came before it was known what it does.
  let pressed: number | null = null;
  const start = (): void => take({ to: 'start', taskId: null, words: '' });
  main.addEventListener('click', ({ isTrusted }) => {
    if (!isTrusted || shown === undefined) return;
    const { is } = shown.face;
    if (is === 'start') start();
    else if (is === 'stop') take({ to: 'stop' });
    else if (is === 'asking') pressed = Date.now();
    else note.open(main);
  });
  const tick = (now: number): void => {
    clock.textContent = shown?.face.is === 'stop' ? formatElapsed(shown.face.since, now) : '';
  };
  const show = (next: Shown): void => {
    const { face, title, trouble } = next;
    const isNews = trouble !== null && trouble !== shown?.trouble;
    shown = next;
    main.className = `main ${face.is}`;
    main.title = trouble ?? sentenceOf(face) ?? '';
    main.setAttribute('aria-label', nameOf(face, title));
    main.setAttribute('aria-busy', String(face.is === 'asking'));
    label.textContent = labelOf(face);
    main.replaceChildren(drawSign(isRunning(face) ? square : play), label, clock);
    tick(Date.now());
    fillNote(note, next);
    if (isNews) note.open(main);
    if (face.is === 'asking' || pressed === null) return;
    const isFresh = Date.now() - pressed < freshPress;
    pressed = null;
    if (face.is === 'start' && isFresh) start();
    else if (face.is === 'explain') note.open(main);
  };
  const remove = (): void => {
    note.close();
    host.remove();
  };
  return { host, tick, show, remove };
}

/** Says why, below the button, when somebody asks; there is nothing to ask while all is well. */
function fillNote(note: Note, { face, trouble, busy }: Shown): void {
  const sentence = trouble ?? sentenceOf(face);
  if (sentence === undefined) return note.close();
  const offers = face.is === 'explain' ? face.offers : [];
  note.say({ sentence, offers, busy });
}

function putInRoot(box: HTMLElement): HTMLElement {
  keepToItself(box);
  const host = document.createElement(hostName);
  const root = host.attachShadow({ mode: 'closed' });
  dress(root);
  root.append(box);
  return host;
}

function isRunning({ is }: Face): boolean {
  return is === 'stop' || is === 'stopping';
}

const ownEvents = [
  'click',
  'dblclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'keydown',
  'keyup',
  'keypress',
];

/** A page that opens a task on a click in its line is not told of a click on the button in it. */
function keepToItself(box: HTMLElement): void {
  for (const name of ownEvents) box.addEventListener(name, (event) => event.stopPropagation());
}
