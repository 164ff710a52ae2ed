import { expect, test } from 'vitest';
import { newestAnswer } from './newest-answer.ts';

/** A question whose answers come when and in which order the test says. */
function aQuestion() {
  const answers: ((answer: string) => void)[] = [];
  const taken: string[] = [];
  const ask = newestAnswer(
    () => new Promise<string>((answer) => answers.push(answer)),
    (answer) => taken.push(answer),
  );
  return { ask, taken, answer: (at: number, text: string) => answers[at]?.(text) };
}

test('an older answer that comes late is not taken', async () => {
  const { ask, taken, answer } = aQuestion();
  const both = Promise.all([ask(), ask()]);
  answer(1, 'runs');
  answer(0, 'stands still');
  await both;
  expect(taken).toEqual(['runs']);
});

test('who asked before waits for the newest answer', async () => {
  const { ask, taken, answer } = aQuestion();
  const [older, newer] = [ask(), ask()];
  let told = false;
  const waiting = older.then(() => (told = true));
  answer(0, 'stands still');
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect([told, taken]).toEqual([false, []]);
  answer(1, 'runs');
  await Promise.all([waiting, newer]);
  expect(taken).toEqual(['runs']);
});

test('every answer is taken where one asks after the other', async () => {
  const { ask, taken, answer } = aQuestion();
  for (const text of ['runs', 'stands still']) {
    const asked = ask();
    answer(taken.length, text);
    await asked;
  }
  expect(taken).toEqual(['runs', 'stands still']);
});
