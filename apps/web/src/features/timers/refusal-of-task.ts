import type { Task } from '@timegrove/contract/tasks.ts';
import { ruleSentence, type RuleCode } from '@timegrove/domain/rule.ts';
import { refusalText } from '../../shell/rule-words.ts';

/** Why the member cannot put new time on a task, in the sentence of the rule; undefined when they can. */
export function refusalOf(task: Pick<Task, 'name' | 'archived' | 'trackable'>): string | undefined {
  if (task.trackable) return undefined;
  const code: RuleCode = task.archived === null ? 'task-not-assigned' : 'task-archived';
  const details = { task: task.name };
  return refusalText({ code, message: ruleSentence(code, details), details, requestId: '' });
}
