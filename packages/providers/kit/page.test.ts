import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { findPlace, textOf, wordInJson } from './page.ts';

const { document } = parseHTML('<body><p id="a"> Two\n  <b>words</b> </p><p id="b"></p></body>');

describe('a place', () => {
  it('is the first that the page has', () => {
    const { place, where } = findPlace(document, [
      { selector: '#gone', where: 'after' },
      { selector: '#b', where: 'prepend' },
      { selector: '#a', where: 'before' },
    ]);
    expect([place?.id, where]).toEqual(['b', 'prepend']);
  });

  it('may be lost', () => {
    expect(findPlace(document, [{ selector: '#gone', where: 'after' }]).place).toBe(null);
  });
});

describe('a text', () => {
  it('is what a person reads', () => {
    expect(textOf(document.querySelector('#a'))).toBe('Two words');
    expect(textOf(null)).toBe('');
  });
});

describe('a word in JSON', () => {
  it.each([
    ['{"name": "Relaunch"}', 'Relaunch'],
    ['{"name": 7}', ''],
    ['{"other": "Relaunch"}', ''],
    ['["name"]', ''],
    ['null', ''],
    ['{"name": "Rel', ''],
    [null, ''],
  ])('in %s is “%s”', (json, word) => {
    expect(wordInJson(json, 'name')).toBe(word);
  });
});
