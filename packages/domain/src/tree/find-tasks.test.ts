import { describe, expect, it } from 'vitest';
import { findTasks } from './find-tasks.ts';

const task = (name: string, path: string[] = [], keywords: string[] = []) => ({
  name,
  path,
  keywords,
});
const all = [
  task('Weekly planning', ['Office']),
  task('Plan', ['Acme']),
  task('Replant the beds', ['Garden']),
  task('Plan B', ['Acme']),
  task('Homepage', ['Acme', 'Design-QA']),
  task('Tax', ['Office'], ['Buchhaltung']),
  task('a/b test', ['Acme']),
  task('設計書', ['東京']),
];

const found = (typed: string, recent = 0, limit = 50) =>
  findTasks(all, typed, { recent, limit }).map(({ name }) => name);

describe('a list of tasks is searched as the tree is', () => {
  it.each([
    ['plan', ['Plan', 'Plan B', 'Weekly planning', 'Replant the beds']],
    ['PLAN B', ['Plan B', 'Replant the beds']],
    ['pl', ['Plan', 'Plan B', 'Weekly planning']],
    ['la', []],
    ['buch', ['Tax']],
    ['acme home', ['Homepage']],
    ['home acme', ['Homepage']],
    ['acme', []],
    ['b', ['Plan B', 'Replant the beds', 'Tax']],
    ['計', ['設計書']],
    ['  ', []],
    ['%', []],
  ])('%s', (typed, names) => {
    expect(found(typed)).toEqual(names);
  });

  it('what was tracked on lately comes first among equals, and no more than asked for', () => {
    expect(found('plan', 1)).toEqual(['Plan', 'Plan B', 'Weekly planning', 'Replant the beds']);
    expect(found('e', 0)).toEqual([]);
    expect(found('plan', 0, 2)).toEqual(['Plan', 'Plan B']);
  });
});
