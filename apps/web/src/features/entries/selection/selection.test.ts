import { newId } from '@timegrove/contract/new-id.ts';
import { expect, test } from 'vitest';
import { nothing, ranged, toggled, type Selection } from './selection.ts';

const order = [newId<'entry'>(), newId<'entry'>(), newId<'entry'>(), newId<'entry'>()] as const;
const [first, second, third, fourth] = order;

function placesOf({ ids }: Selection): number[] {
  return order.flatMap((id, place) => (ids.has(id) ? place : []));
}

test('one after the other, and no longer when touched again', () => {
  const both = toggled(toggled(nothing, first), third);
  expect(placesOf(both)).toEqual([0, 2]);
  expect(placesOf(toggled(both, first))).toEqual([2]);
});

test('a range goes from the one touched last, in both directions', () => {
  expect(placesOf(ranged(toggled(nothing, second), fourth, order))).toEqual([1, 2, 3]);
  expect(placesOf(ranged(toggled(nothing, third), first, order))).toEqual([0, 1, 2]);
});

test('a range to a selected one takes the range out', () => {
  const all = ranged(toggled(nothing, first), fourth, order);
  expect(placesOf(ranged({ ...all, anchor: second }, third, order))).toEqual([0, 3]);
});

test('without one touched before, or with one that is gone, it is only this one', () => {
  expect(placesOf(ranged(nothing, second, order))).toEqual([1]);
  expect(placesOf(ranged({ ...nothing, anchor: newId<'entry'>() }, second, order))).toEqual([1]);
});
