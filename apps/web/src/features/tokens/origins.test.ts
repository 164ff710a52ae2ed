import { addToken } from '@timegrove/contract/tokens.ts';
import { expect, test } from 'vitest';
import { originsOf } from './origins.ts';

test('addresses of pages become their origins, each once', () => {
  const typed = ' https://tool.example/tasks/5?x\nhttps://Tool.example, http://127.0.0.1:4748/ \n';
  expect(originsOf(typed)).toEqual(['https://tool.example', 'http://127.0.0.1:4748']);
  expect(addToken.body.shape.origins.safeParse(originsOf(typed)).success).toBe(true);
  expect(originsOf('')).toEqual([]);
});

test('what is no address of a page is refused by the contract', () => {
  expect(originsOf('tool.example')).toEqual(['tool.example']);
  expect(addToken.body.shape.origins.safeParse(originsOf('tool.example')).success).toBe(false);
});
