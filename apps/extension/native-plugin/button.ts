import { away, press, standing, windowToAllow } from './line.ts';
import { look } from './look.ts';
import type { Spot } from './spot.ts';
import { say } from './words.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(look);

const make = <Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] =>
  document.createElement(name);

/** Puts a button into an element, and keeps showing in it how its spot stands. */
export function makeButton(host: HTMLElement): Spot {
  const button = make('button');
  const time = make('time');
  const status = make('span');
  const notice = make('a');
  // Closed, and without a word of markup: a page can neither look inside nor has to trust any HTML.
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheet];
  root.append(button, time, status);
  status.append(notice);
  status.role = 'status';
  notice.target = '_blank';
  const spot: Spot = {
    question: {},
    show() {
      const on = standing === 'on';
      const { state, since, busy, problem } = spot;
      const runs = on && since;
      put(button, runs ? 'stop' : 'start');
      button.className = runs ? 'stop' : '';
      const barred = on && !runs && !away && state?.item !== 'known';
      button.ariaDisabled = busy || barred ? 'true' : null;
      put(time, runs ? lengthOf(Date.now() - runs) : '');
      const word = away ? 'away' : on ? (state?.item ?? '…') : standing;
      const noticed = say(problem ?? word ?? '');
      put(notice, noticed && `Timegrove: ${noticed}`);
      if (standing === 'waiting') notice.href = windowToAllow();
      else notice.removeAttribute('href');
    },
  };
  button.addEventListener('click', () => {
    if (!button.ariaDisabled) void press(spot);
  });
  return spot;
}

/** Writes a text only where it is another one, so that nothing is announced twice. */
function put(element: HTMLElement, word: string): void {
  const text = say(word);
  if (element.textContent !== text) element.textContent = text;
}

/** A length in milliseconds as `1:02:03`. */
function lengthOf(ms: number): string {
  return Math.floor(ms / 3_600_000) + new Date(ms).toISOString().slice(13, 19);
}
