import { useEffect, useState } from 'react';
import { followQuery, type TaskAnswer } from './follow-query.ts';
import type { TaskSource } from './picked-task.ts';

interface TaskAsking {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly answer: TaskAnswer;
  readonly askAgain: () => void;
}

const nothingYet: TaskAnswer = { state: 'asking', query: '', tasks: [], favourites: 0 };

/** Keeps what is typed and what was found for it. */
export function useTaskAnswer(source: TaskSource): TaskAsking {
  // An object, so that the same words can be asked once more.
  const [question, setQuestion] = useState({ typed: '' });
  const [answer, setAnswer] = useState<TaskAnswer>(nothingYet);
  useEffect(() => followQuery(source, question.typed, setAnswer), [source, question]);
  const stale = answer.state === 'found' && answer.query !== question.typed.trim();
  return {
    typed: question.typed,
    setTyped: (typed) => setQuestion({ typed }),
    answer: stale ? { ...answer, state: 'asking' } : answer,
    askAgain: () => setQuestion({ typed: question.typed }),
  };
}
