import type { ComboboxStore } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react';
import type { TaskAnswer } from './follow-query.ts';
import type { PickedTask } from './picked-task.ts';

/**
 * Keeps the first found task selected. While an answer is awaited nothing is, so that Enter never
 * takes a task of the answer before; pressed then, it waits and takes the first one that is found.
 * @returns what the search field does with its keys
 */
export function useFirstOption(
  { selectFirstOption, resetSelectedOption }: ComboboxStore,
  answer: TaskAnswer,
  onPick: (task: PickedTask) => void,
): (event: KeyboardEvent) => void {
  const waiting = useRef(false);
  const asking = answer.state === 'asking';
  const settle = useEffectEvent((found: TaskAnswer): void => {
    const [first] = found.tasks;
    if (waiting.current && first !== undefined) onPick(first);
    waiting.current = false;
  });
  useEffect(() => {
    if (asking) return resetSelectedOption();
    selectFirstOption();
    settle(answer);
  }, [asking, answer, selectFirstOption, resetSelectedOption]);
  return (event) => {
    waiting.current = asking && event.key === 'Enter';
  };
}
