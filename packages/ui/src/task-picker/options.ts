import type { Question, TaskAnswer } from './follow-query.ts';
import type { OfferedTask } from './picked-task.ts';

/** A line of the list: what choosing it does, and with which task. */
export type Option =
  /** Null: “No task”. */
  | { readonly does: 'pick'; readonly task: OfferedTask | null }
  /** Looks below a task; null: at the projects. */
  | { readonly does: 'open'; readonly task: OfferedTask | null }
  /** Leaves what is looked below; null: the projects. */
  | { readonly does: 'back'; readonly task: OfferedTask | null };

/** The lines of the list for a question, in their order. */
export function optionsFor({ typed, way }: Question, answer: TaskAnswer): readonly Option[] {
  const tasks = answer.state === 'failed' ? [] : answer.tasks;
  if (typed.trim() !== '') return tasks.map(toPick);
  if (way !== null) return [...aroundOf(way), ...tasks.map(inBranch)];
  if (answer.state !== 'found') return tasks.map(toPick);
  return [...tasks.map(toPick), toPick(null), { does: 'open', task: null }];
}

/** The way back, and the task itself that is looked below, where time can be put on it. */
function aroundOf(way: readonly OfferedTask[]): Option[] {
  const task = way.at(-1) ?? null;
  const itself = task !== null && task.refusal === undefined ? [toPick(task)] : [];
  return [{ does: 'back', task }, ...itself];
}

function inBranch(task: OfferedTask): Option {
  return (task.below ?? 0) > 0 ? { does: 'open', task } : toPick(task);
}

function toPick(task: OfferedTask | null): Option {
  return { does: 'pick', task };
}
