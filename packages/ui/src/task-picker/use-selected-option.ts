import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import type { TaskAnswer } from './follow-query.ts';
import type { OfferedTask } from './picked-task.ts';

interface Options {
  readonly answer: TaskAnswer;
  /** What can be picked, in its order; null: “No task”. */
  readonly options: readonly (OfferedTask | null)[];
  readonly onPick: (task: OfferedTask | null) => void;
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
 * it waits and takes the first one that is found. Escape closes.
 */
export function useSelectedOption({ answer, options, onPick, onClose }: Options): Selection {
  const [moved, setMoved] = useState({ answer, to: 0 });
  const waiting = useRef(false);
  const asking = answer.state === 'asking';
  const here = moved.answer === answer ? moved.to : 0;
  const selected = asking ? -1 : Math.min(here, options.length - 1);
  const settle = useEffectEvent((found: TaskAnswer): void => {
    if (found.state === 'asking') return;
    const [first] = options;
    if (waiting.current && first != null) onPick(first);
    waiting.current = false;
  });
  useEffect(() => settle(answer), [answer]);
  const step = (by: number): void => {
    if (!asking && options.length > 0)
      setMoved({ answer, to: (selected + by + options.length) % options.length });
  };
  const enter = (): void => {
    waiting.current = asking;
    const option = options[selected];
    if (option !== undefined) onPick(option);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const deeds = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: enter };
    const deed = { ...deeds, Escape: onClose }[event.key];
    if (deed === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  };
  return { selected, onKeyDown };
}
