import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import type { Question, TaskAnswer } from './follow-query.ts';
import type { Option } from './options.ts';

interface Options {
  readonly question: Question;
  readonly answer: TaskAnswer;
  readonly options: readonly Option[];
  readonly onChoose: (option: Option) => void;
  readonly onClose: () => void;
}

interface Selection {
  /** The place of the selected option; -1 for none. */
  readonly selected: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Walks through the options by the arrow keys, from the first one that was found. While an answer is
 * awaited nothing is selected, so that Enter never takes a task of the answer before; pressed then,
 * it waits and takes the first one that is found, but not in a branch, where one looks first. While
 * nothing is typed, → looks below the selected task and ← goes back. Escape closes.
 */
export function useSelectedOption(given: Options): Selection {
  const { question, answer, options, onChoose, onClose } = given;
  const first = Math.max(
    options.findIndex(({ does }) => does !== 'back'),
    0,
  );
  const [moved, setMoved] = useState({ answer, to: 0 });
  const waiting = useRef(false);
  const asking = answer.state === 'asking';
  const here = moved.answer === answer ? moved.to : first;
  const selected = asking ? -1 : Math.min(here, options.length - 1);
  const settle = useEffectEvent((found: TaskAnswer): void => {
    if (found.state === 'asking') return;
    const option = options[first];
    if (waiting.current && option?.does === 'pick' && option.task !== null) onChoose(option);
    waiting.current = false;
  });
  useEffect(() => settle(answer), [answer]);
  const step = (by: number): void => {
    if (!asking && options.length > 0)
      setMoved({ answer, to: (selected + by + options.length) % options.length });
  };
  const enter = (): void => {
    waiting.current = asking && question.way === null;
    const option = options[selected];
    if (option !== undefined) onChoose(option);
  };
  /** Of the selected option or of the one that goes back; false where there is none. */
  const chosen = (does: Option['does']): boolean => {
    const option = does === 'back' ? options[0] : options[selected];
    if (question.typed !== '' || option?.does !== does) return false;
    onChoose(option);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const deeds: Record<string, () => unknown> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      ArrowRight: () => chosen('open'),
      ArrowLeft: () => chosen('back'),
      Backspace: () => chosen('back'),
      Enter: enter,
      Escape: onClose,
    };
    const deed = deeds[event.key];
    if (deed === undefined || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    // Without anything to do in the list, the keys are those of the field.
    if (deed() !== false) event.preventDefault();
  };
  return { selected, onKeyDown };
}
