import { i18n } from '@lingui/core';
import { Refused, Unreachable } from '@timegrove/contract/client.ts';
import type { Refusal } from '@timegrove/contract/errors.ts';
import type { Task } from '@timegrove/contract/tasks.ts';
import { ruleSentence, type RuleCode } from '@timegrove/domain/rule.ts';

// Written out instead of by macro, so that tests run these files as they are.

/** The sentence of a refusal in the reader's language; the server's own where there is no other. */
export function refusalText({ code, message, details }: Refusal): string {
  const id = `rule.${code}`;
  return id in i18n.messages ? i18n._(id, { ...details }) : message;
}

/** The sentence to show for anything that went wrong. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return refusalText(error.refusal);
  if (error instanceof Unreachable)
    return i18n._('server-away', {}, { message: 'The server cannot be reached at the moment.' });
  return i18n._('extension-broken', {}, { message: 'Something went wrong in the extension.' });
}

/** Why no new time can be put on a task, in the sentence of the rule; undefined when it can. */
export function refusalOfTask(task: Task): string | undefined {
  if (task.trackable) return undefined;
  const code: RuleCode = task.archived === null ? 'task-not-assigned' : 'task-archived';
  const details = { task: task.name };
  return refusalText({ code, message: ruleSentence(code, details), details, requestId: '' });
}

/** What a timer without a task is called. */
export function noTask(): string {
  return i18n._('no-task', {}, { message: 'No task' });
}
