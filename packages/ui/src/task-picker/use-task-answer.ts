import { useEffect, useState } from 'react';
import { followQuery, type Question, type TaskAnswer } from './follow-query.ts';
import type { TaskSource } from './picked-task.ts';

interface TaskAsking {
  readonly question: Question;
  readonly ask: (question: Question) => void;
  readonly answer: TaskAnswer;
  readonly askAgain: () => void;
}

const nothing = { query: '', way: null, tasks: [], favourites: 0, more: false } as const;
const nothingYet: TaskAnswer = { state: 'asking', ...nothing };

/** Keeps what is asked for and what was found for it. */
export function useTaskAnswer(source: TaskSource): TaskAsking {
  // An object, so that the same words can be asked once more.
  const [question, ask] = useState<Question>({ typed: '', way: null });
  const [answer, setAnswer] = useState<TaskAnswer>(nothingYet);
  useEffect(() => followQuery(source, question, setAnswer), [source, question]);
  return {
    question,
    ask,
    answer: known(answer, question),
    askAgain: () => ask({ ...question }),
  };
}

/** What is known of a question by the last answer. What other words found stays meanwhile, another branch does not. */
function known(answer: TaskAnswer, { typed, way }: Question): TaskAnswer {
  if (answer.state !== 'found') return answer;
  if (answer.way !== way) return nothingYet;
  return answer.query === typed.trim() ? answer : { ...answer, state: 'asking' };
}
