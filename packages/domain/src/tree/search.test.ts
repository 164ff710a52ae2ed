import { describe, expect, it } from 'vitest';
import { containing, likeText, reachOf, searchWords } from './search.ts';

describe('searchWords', () => {
  it.each([
    ['fix homepage', ['fix', 'homepage']],
    ['  fix \u00a0\t homepage\n', ['fix', 'homepage']],
    ['Fix fix FIX', ['FIX']],
    ['', []],
    ['   ', []],
    ['🚀 שלום', ['🚀', 'שלום']],
    ['a b c d e f g h i j', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ])('splits %j', (typed, words) => {
    expect(searchWords(typed)).toEqual(words);
  });
});

describe('likeText', () => {
  it('takes what LIKE would read as a wildcard literally', () => {
    expect(likeText('100%_\\')).toBe('100\\%\\_\\\\');
    expect(containing('5%')).toBe('%5\\%%');
  });
});

describe('reachOf', () => {
  it.each([
    ['a', 'word-start'],
    ['qa', 'word-start'],
    ['ß', 'word-start'],
    ['Üb', 'word-start'],
    ['42', 'word-start'],
    ['c++', 'word-start'],
    ['a-b', 'word-start'],
    ['fix', 'anywhere'],
    ['2026', 'anywhere'],
    ['שלום', 'anywhere'],
    ['設計書', 'anywhere'],
    ['東京', 'anywhere-unaided'],
    ['🚀', 'anywhere-unaided'],
    ['🚀🚀🚀', 'anywhere-unaided'],
    ['-', 'anywhere-unaided'],
  ])('%s: %s', (word, reach) => {
    expect(reachOf(word)).toBe(reach);
  });
});
