import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seldom } from './seldom.ts';

let called: string[] = [];
const ask = seldom((what: string) => void called.push(what), 300);

beforeEach(() => {
  called = [];
  vi.useFakeTimers();
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test('the first call comes at once, those of the pause as one after it', () => {
  for (let time = 0; time < 100; time += 1) ask('tasks');
  expect(called).toEqual(['tasks']);
  vi.advanceTimersByTime(299);
  expect(called).toEqual(['tasks']);
  vi.advanceTimersByTime(1);
  expect(called).toEqual(['tasks', 'tasks']);
});

test('nothing comes after the pause where nothing was asked in it', () => {
  ask('tasks');
  vi.advanceTimersByTime(1000);
  expect(called).toEqual(['tasks']);
  ask('tasks');
  expect(called).toEqual(['tasks', 'tasks']);
});

test('each thing has a pause of its own', () => {
  ask('tasks');
  ask('timer');
  expect(called).toEqual(['tasks', 'timer']);
});
