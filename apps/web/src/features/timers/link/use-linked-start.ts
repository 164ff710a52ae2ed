import { Unreachable } from '@timegrove/contract/client.ts';
import { id } from '@timegrove/contract/fields.ts';
import { readTask } from '@timegrove/contract/tasks.ts';
import { ruleSentence } from '@timegrove/domain/rule.ts';
import { pickedTask, type PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { api } from '../../../shell/api.ts';
import { queryClient } from '../../../shell/query-client.ts';
import { sentenceOf } from '../../../shell/refusal.ts';
import { refusalText } from '../../../shell/rule-words.ts';
import { taskOnDevice } from '../device-tasks.ts';
import { timerQuery } from '../queries.ts';
import { refusalOf } from '../refusal-of-task.ts';

/** A task that a link asks for, or why it cannot be started. */
type Wanted =
  | { readonly kind: 'trackable'; readonly task: PickedTask }
  | { readonly kind: 'refused'; readonly sentence: string };

/**
 * Hands over the task that the link names, once, as soon as somebody sees the window.
 * @returns why there is none; undefined while it is looked for
 */
export function useLinkedStart(
  asked: string | undefined,
  start: (task: PickedTask) => void,
): string | undefined {
  const [refusal, setRefusal] = useState<string>();
  const begun = useRef(false);
  const follow = useEffectEvent(async (): Promise<void> => {
    await seen();
    const wanted = await find(asked ?? '');
    if (wanted.kind === 'refused') return setRefusal(wanted.sentence);
    // What runs is asked before anything is started, because it may be the very same.
    const asking = queryClient.fetchQuery({ ...timerQuery, staleTime: 0, retry: false });
    await asking.catch(() => undefined);
    start(wanted.task);
  });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void follow();
  }, []);
  return refusal;
}

/** Some browsers run a page before anybody has decided to go there. */
async function seen(): Promise<void> {
  if (Reflect.get(document, 'prerendering') !== true) return;
  await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve));
}

async function find(asked: string): Promise<Wanted> {
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
