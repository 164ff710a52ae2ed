import type { Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { TaskRow } from './flatten.ts';
import { keyName, readKey, typeAhead, type TreeStep } from './keys.ts';
import { lineId, taskAt } from './line-id.ts';
import { useSteps } from './use-steps.ts';
import type { Tree } from './use-tree.ts';

const typingPause = 700;

/** Turns key presses and clicks on the tree into steps; those on a line's own controls are theirs. */
export function useTreeKeys(
  tree: Tree,
  onOpen: (task: Task) => void,
  scrollTo: (index: number) => void,
) {
  const typed = useRef({ text: '', at: 0 });
  const steps = useSteps(tree.deeds, onOpen);
  const rowOf = (taskId: TaskId | null) =>
    tree.rows.find((row): row is TaskRow => row.type === 'task' && row.task.id === taskId);
  const active = rowOf(tree.focused);

  function focus(taskId: TaskId): void {
    tree.deeds.focus(taskId);
    scrollTo(tree.rows.findIndex((row) => row.type === 'task' && row.task.id === taskId));
  }
  function take(step: TreeStep): void {
    const task = rowOf(step.taskId)?.task;
    if (step.do === 'focus') focus(step.taskId);
    else if (task) steps[step.do](task);
  }
  function jump(key: string, at: number): void {
    const recent = at - typed.current.at < typingPause;
    typed.current = { text: recent ? typed.current.text + key : key, at };
    const found = typeAhead(tree.rows, tree.focused, typed.current.text);
    if (found) focus(found);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.altKey) return;
    const key = keyName(event);
    const step = readKey(tree.rows, tree.focused, key);
    if (step === undefined && !(key.length === 1 && key !== ' ')) return;
    event.preventDefault();
    event.stopPropagation();
    if (step) take(step);
    else jump(key, event.timeStamp);
  }
  function onClick(event: MouseEvent<HTMLElement>): void {
    const task = rowOf(taskAt(event.target) ?? null)?.task;
    if (task === undefined || task.id === tree.renaming) return;
    event.currentTarget.focus({ preventScroll: true });
    tree.deeds.focus(task.id);
    onOpen(task);
  }
  return { onKeyDown, onClick, activeId: active && lineId(active.task.id) };
}
