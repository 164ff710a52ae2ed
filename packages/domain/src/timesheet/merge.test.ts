import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uuidV7, type TagId, type TaskId } from '../id.ts';
import { DomainError } from '../rule.ts';
import { durationOf } from '../time/span.ts';
import { planMerge, type MergeWish, type Part } from './merge.ts';

const taskOf = (n: number): TaskId => uuidV7<'task'>(n, new Uint8Array(10));
const tagOf = (n: number): TagId => uuidV7<'tag'>(n, new Uint8Array(10));

function part(start: number, end: number, more: Partial<Part> = {}): Part {
  return { span: { start, end }, taskId: null, note: '', tagIds: [], ...more };
}

function codeOf(parts: readonly [Part, ...Part[]], wish: Partial<MergeWish> = {}) {
  try {
    planMerge(parts, { fillGaps: false, ...wish });
    return undefined;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

test('goes from the first start to the last end, also of one inside another', () => {
  const merged = planMerge([part(0, 50), part(10, 20), part(50, 60)], { fillGaps: false });
  expect(merged).toMatchObject({ span: { start: 0, end: 60 }, tracked: 60 });
});

test('a gap is only filled when that is wanted', () => {
  const parts: [Part, Part] = [part(0, 10), part(11, 20)];
  expect(codeOf(parts)).toBe('merge-over-gap');
  expect(planMerge(parts, { fillGaps: true })).toMatchObject({
    span: { start: 0, end: 20 },
    tracked: 19,
  });
});

test('different tasks need a word, and no task is a task here', () => {
  const parts: [Part, Part] = [part(0, 10, { taskId: taskOf(1) }), part(10, 20)];
  expect(codeOf(parts)).toBe('merge-different-tasks');
  expect(planMerge(parts, { fillGaps: false, taskId: null }).taskId).toBeNull();
  expect(planMerge(parts, { fillGaps: false, taskId: taskOf(2) }).taskId).toBe(taskOf(2));
});

test('notes are joined without repeating one, tags are put together', () => {
  const merged = planMerge(
    [
      part(0, 1, { note: 'Rake ', tagIds: [tagOf(1)] }),
      part(1, 2),
      part(2, 3, { note: 'Rake', tagIds: [tagOf(2), tagOf(1)] }),
      part(3, 4, { note: 'Prune' }),
    ],
    { fillGaps: false },
  );
  expect(merged).toMatchObject({ note: 'Rake; Prune', tagIds: [tagOf(1), tagOf(2)] });
});

test('nothing tracked is outside, and without gaps it is as long as what was tracked', () => {
  const spans = fc.array(fc.tuple(fc.nat(1000), fc.nat(100)), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(spans, (pairs) => {
      const [first, ...rest] = pairs
        .map(([start, length]) => part(start, start + length))
        .sort((a, b) => a.span.start - b.span.start);
      if (first === undefined) return;
      const { span, tracked } = planMerge([first, ...rest], { fillGaps: true });
      for (const one of [first, ...rest]) {
        expect(one.span.start).toBeGreaterThanOrEqual(span.start);
        expect(one.span.end).toBeLessThanOrEqual(span.end);
      }
      expect(tracked).toBeLessThanOrEqual(durationOf(span));
      const refused = codeOf([first, ...rest]) === 'merge-over-gap';
      expect(refused).toBe(tracked < durationOf(span));
    }),
  );
});
