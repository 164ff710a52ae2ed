import { IconClockQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import './question.css';

interface QuestionProps {
  readonly label: string;
  readonly words: ReactNode;
  /** The answers. */
  readonly children: ReactNode;
}

/** A calm question about the running timer, below the timer bar. */
export function Question({ label, words, children }: QuestionProps) {
  return (
    <section className="timer-question" aria-label={label}>
      <span className="timer-question-words" role="alert">
        <IconClockQuestion size={18} aria-hidden />
        <span>{words}</span>
      </span>
      <div className="timer-question-answers">{children}</div>
    </section>
  );
}
