import type { TaskId } from '@timegrove/domain/id.ts';
import { useState, type DragEvent } from 'react';
import { possibleParents } from '../move/targets.ts';
import { useTaskDeeds } from '../use-task-deeds.ts';
import { pathOf, type TaskRow } from './flatten.ts';
import { taskAt } from './line-id.ts';
import type { Tree } from './use-tree.ts';

/** Moves own tasks by dragging their lines onto the line they shall be below. */
export function useDrag(tree: Tree) {
  const [held, setHeld] = useState<TaskRow | null>(null);
  const [over, setOver] = useState<TaskId | null>(null);
  const { move } = useTaskDeeds();
  const rowAt = (event: DragEvent) => {
    const id = taskAt(event.target);
    return tree.rows.find((row): row is TaskRow => row.type === 'task' && row.task.id === id);
  };
  const end = (): void => {
    setHeld(null);
    setOver(null);
  };
  return {
    over,
    handlers: {
      onDragStart(event: DragEvent) {
        event.dataTransfer.effectAllowed = 'move';
        // Firefox drags nothing that carries nothing.
        event.dataTransfer.setData('text/plain', rowAt(event)?.task.name ?? '');
        setHeld(rowAt(event) ?? null);
      },
      onDragOver(event: DragEvent) {
        const row = rowAt(event);
        const takes = row && held && isTaken(tree, held, row);
        setOver(takes ? row.task.id : null);
        if (takes) event.preventDefault();
      },
      onDrop(event: DragEvent) {
        event.preventDefault();
        if (held && over) {
          move.mutate({ task: held.task, parentId: over });
          tree.deeds.setOpen(over, true);
        }
        end();
      },
      onDragEnd: end,
    },
  };
}

function isTaken(tree: Tree, held: TaskRow, onto: TaskRow): boolean {
  const parent = { ...onto.task, path: pathOf(tree.rows, onto) };
  return possibleParents(held.task, [parent]).length > 0;
}
