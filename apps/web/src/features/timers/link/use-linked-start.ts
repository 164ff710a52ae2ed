import { useLingui } from '@lingui/react/macro';
import { Unreachable } from '@timegrove/contract/client.ts';
import { id } from '@timegrove/contract/fields.ts';
import { readTask } from '@timegrove/contract/tasks.ts';
import { ruleSentence } from '@timegrove/domain/rule.ts';
import { pickedTask, type PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { useState } from 'react';
import { api } from '../../../shell/api.ts';
import { sentenceOf } from '../../../shell/refusal.ts';
import { refusalText } from '../../../shell/rule-words.ts';
import { taskOnDevice } from '../device-tasks.ts';
import { refusalOf } from '../refusal-of-task.ts';
import { trackableTasks } from '../trackable-tasks.ts';
import type { Asked } from './asked-start.ts';
import { useOnceSeen } from './use-once-seen.ts';

/** What a link asks for, or why it cannot be started. */
type Wanted =
  | { readonly kind: 'trackable'; readonly task: PickedTask | null }
  | { readonly kind: 'refused'; readonly sentence: string };

/**
 * Hands over what is to be started, once, as soon as somebody sees the window.
 * @returns why there is nothing; undefined while it is looked for
 */
export function useLinkedStart(
  asked: Asked,
  start: (task: PickedTask | null) => Promise<void>,
): string | undefined {
  const { t } = useLingui();
  const [refusal, setRefusal] = useState<string>();
  useOnceSeen(async () => {
    if (asked.kind === 'open') return;
    const wanted = await find(asked, t`You have not tracked on a task yet. Choose one.`);
    if (wanted.kind === 'refused') setRefusal(wanted.sentence);
    else await start(wanted.task);
  });
  return refusal;
}

async function find(asked: Asked, nothingLast: string): Promise<Wanted> {
  if (asked.kind === 'task') return findTask(asked.task);
  if (asked.kind !== 'last') return { kind: 'trackable', task: null };
  try {
    const [task] = await trackableTasks.recent();
    return task === undefined
      ? { kind: 'refused', sentence: nothingLast }
      : { kind: 'trackable', task };
  } catch (error) {
    return { kind: 'refused', sentence: sentenceOf(error) };
  }
}

async function findTask(asked: string): Promise<Wanted> {
  const taskId = id('task').safeParse(asked);
  if (!taskId.success) return { kind: 'refused', sentence: unknownTask() };
  try {
    const task = await api(readTask, { params: { taskId: taskId.data } });
    const sentence = refusalOf(task);
    if (sentence !== undefined) return { kind: 'refused', sentence };
    return { kind: 'trackable', task: pickedTask(task) };
  } catch (error) {
    const kept = error instanceof Unreachable ? await taskOnDevice(taskId.data) : undefined;
    if (kept === undefined) return { kind: 'refused', sentence: sentenceOf(error) };
    return { kind: 'trackable', task: kept };
  }
}

function unknownTask(): string {
  const details = { thing: 'task' };
  const message = ruleSentence('not-found', details);
  return refusalText({ code: 'not-found', message, details, requestId: '' });
}
