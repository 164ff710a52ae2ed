import type { Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useMe } from '../../session/queries.ts';
import { rightsOn } from '../rights.ts';
import type { TaskRow } from './flatten.ts';
import { readKey, typeAhead, type TreeStep } from './keys.ts';
import { lineId, taskAt } from './line-id.ts';
import type { Tree } from './use-tree.ts';

const typingPause = 700;

/** Turns key presses and clicks on the tree into steps; those on a line's own controls are theirs. */
export function useTreeKeys(
  tree: Tree,
  onOpen: (task: Task) => void,
  scrollTo: (index: number) => void,
) {
  const { role } = useMe();
  const typed = useRef({ text: '', at: 0 });
  const rowOf = (taskId: TaskId | null) =>
    tree.rows.find((row): row is TaskRow => row.type === 'task' && row.task.id === taskId);
  const active = rowOf(tree.focused);

  function focus(taskId: TaskId): void {
    tree.focus(taskId);
    scrollTo(tree.rows.findIndex((row) => row.type === 'task' && row.task.id === taskId));
  }
  function take(step: TreeStep): void {
    const task = rowOf(step.taskId)?.task;
    if (step.do === 'focus') focus(step.taskId);
    else if (step.do === 'open' && task) onOpen(task);
    else if (step.do === 'rename' && task) {
      if (rightsOn(task, role).structure === 'open') tree.rename(task.id);
    } else if (step.do === 'expand' || step.do === 'collapse') {
      tree.setOpen(step.taskId, step.do === 'expand');
    }
  }
  function jump(key: string, at: number): void {
    const recent = at - typed.current.at < typingPause;
    typed.current = { text: recent ? typed.current.text + key : key, at };
    const found = typeAhead(tree.rows, tree.focused, typed.current.text);
    if (found) focus(found);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = readKey(tree.rows, tree.focused, event.key);
    if (step === undefined && !(event.key.length === 1 && event.key !== ' ')) return;
    event.preventDefault();
    event.stopPropagation();
    if (step) take(step);
    else jump(event.key, event.timeStamp);
  }
  function onClick(event: MouseEvent<HTMLElement>): void {
    const task = rowOf(taskAt(event.target) ?? null)?.task;
    if (task === undefined || task.id === tree.renaming) return;
    event.currentTarget.focus({ preventScroll: true });
    tree.focus(task.id);
    onOpen(task);
  }
  return { onKeyDown, onClick, activeId: active && lineId(active.task.id) };
}
