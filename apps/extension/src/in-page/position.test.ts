import { parseHTML } from 'linkedom';
import { beforeEach, describe, expect, it } from 'vitest';
import { isAt } from './position.ts';

let { document } = parseHTML('');
beforeEach(() => {
  ({ document } = parseHTML('<body><div id="head"><b id="name"></b></div><main></main></body>'));
});

function at(selector: string): Element {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`there is no ${selector}`);
  return found;
}

describe('a position', () => {
  it.each(['before', 'after', 'append', 'prepend'] as const)('%s is kept', (where) => {
    const button = document.createElement('i');
    const position = { place: at('#name'), where };
    expect(isAt(button, position)).toBe(false);
    position.place[where](button);
    expect(isAt(button, position)).toBe(true);
  });

  it('is kept when the page puts something between', () => {
    const button = document.createElement('i');
    const position = { place: at('#name'), where: 'after' } as const;
    position.place.after(button);
    position.place.after(document.createElement('u'));
    expect(isAt(button, position)).toBe(true);
  });

  it('is lost with the part of the page that it is in', () => {
    const button = document.createElement('i');
    const position = { place: at('#name'), where: 'after' } as const;
    position.place.after(button);
    at('#head').remove();
    expect(isAt(button, position)).toBe(false);
  });

  it('is lost where the page has built another such part', () => {
    const button = document.createElement('i');
    at('#name').append(button);
    const next = document.createElement('b');
    at('main').append(next);
    expect(isAt(button, { place: next, where: 'append' })).toBe(false);
  });
});
