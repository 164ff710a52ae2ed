import { setImmediate as turn } from 'node:timers/promises';

/** Does long work step by step and lets waiting requests have their turn after each. */
export async function takeTurns<Result>(steps: Iterator<void, Result, void>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await turn();
  }
}
