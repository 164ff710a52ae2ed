import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget, createBudgets } from './budget.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000);
const three = { requests: 3, seconds: 60, pauseSeconds: 180 };

describe('a request budget', () => {
  it('lets go as many as it holds, then says until when to wait', () => {
    const budget = createBudget(three);
    expect([0, 1, 2].map((second) => budget.take(at(second)).type)).toEqual(['go', 'go', 'go']);
    expect(budget.take(at(3))).toEqual({ type: 'wait', until: at(61) });
    expect(budget.take(at(60.999))).toEqual({ type: 'wait', until: at(61) });
    expect(budget.take(at(61))).toEqual({ type: 'go' });
    expect(budget.take(at(61))).toEqual({ type: 'wait', until: at(62) });
  });

  it('never has more than its requests in any window, whenever it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }), (gaps) => {
        const budget = createBudget(three);
        const gone: number[] = [];
        let second = 0;
        for (const gap of gaps) {
          second += gap;
          if (budget.take(at(second)).type === 'go') gone.push(second);
        }
        for (const start of gone)
          expect(gone.filter((x) => x >= start && x < start + 60).length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('stays away for the whole pause, and an earlier word does not shorten it', () => {
    const budget = createBudget(three);
    budget.pause(at(100));
    budget.pause(at(50));
    expect(budget.take(at(99))).toEqual({ type: 'paused', until: at(100) });
    expect(budget.left(at(99))).toBe(0);
    expect(budget.pausedUntil(at(99))).toEqual(at(100));
    expect(budget.take(at(100))).toEqual({ type: 'go' });
    expect(budget.pausedUntil(at(100))).toBeNull();
  });

  it('tells what is left, by its own count and by the word of the vendor', () => {
    const budget = createBudget(three);
    budget.take(at(0));
    expect(budget.left(at(0))).toBe(2);
    budget.learn({ left: 1, until: at(30) });
    expect(budget.left(at(1))).toBe(1);
    expect([budget.quota(at(1))?.left, budget.quota(at(30))]).toEqual([1, null]);
    expect(budget.left(at(30))).toBe(2);
    budget.learn({ left: 0, until: at(90) });
    expect(budget.take(at(40))).toEqual({ type: 'paused', until: at(90) });
  });
});

describe('the budgets', () => {
  it('are shared by key and can be forgotten', () => {
    const budgets = createBudgets();
    budgets.of('a', three).pause(at(10));
    expect(budgets.of('a', three).take(at(0)).type).toBe('paused');
    expect(budgets.of('b', three).take(at(0)).type).toBe('go');
    budgets.forget('a');
    expect(budgets.of('a', three).take(at(0)).type).toBe('go');
  });

  it('go on for the credential that replaces another', () => {
    const budgets = createBudgets();
    budgets.of('old', three).pause(at(10));
    budgets.carry('old', 'new');
    budgets.carry('unknown', 'new');
    expect(budgets.of('new', three).take(at(0)).type).toBe('paused');
    expect(budgets.of('old', three).take(at(0)).type).toBe('go');
  });
});
