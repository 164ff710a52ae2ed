import { expect, it } from 'vitest';
import { watchLoss } from './loss.ts';

it('tells of a loss once, when it has lasted, and of what is found again', () => {
  const told: string[] = [];
  const loss = watchLoss(
    100,
    () => told.push('lost'),
    () => told.push('found'),
  );
  loss.lose(0);
  loss.tick(99);
  loss.find();
  loss.tick(200);
  expect(told).toEqual([]);
  loss.lose(200);
  loss.lose(250);
  loss.tick(300);
  loss.lose(400);
  expect(told).toEqual(['lost']);
  loss.find();
  loss.find();
  expect(told).toEqual(['lost', 'found']);
});
