import { chosenLanguage } from '../language/language.ts';
import type { ItemState, PageSays } from '../messages.ts';
import { pickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import type { Entry } from '@timegrove/contract/entries.ts';
import type { Desk } from './desk.ts';
import { joinItem, type ItemName } from './item-name.ts';
import type { Known } from './memory.ts';
import { runningOf } from './start-or-stop.ts';
import { starting, stopping } from '@timegrove/ui/timer-deeds/timer-deeds.ts';

/** What a vendor's page is told about one of its items. */
export function itemStateOf(desk: Desk, name: ItemName): ItemState {
  const { connection, items, clockOffset, language, me, notice } = desk.known();
  const answer = connection === null ? undefined : items[joinItem(name)];
  const timer = desk.timer();
  const mine = timer !== null && isOn(timer.entry, answer);
  const runs = timer !== null && timer.waiting !== 'stop';
  return {
    ...name,
    connection: connection === null ? 'none' : connection.refused ? 'refused' : 'ready',
    server: connection?.server ?? null,
    state: answer?.state ?? (desk.known().reached ? 'asking' : 'away'),
    choices: (answer?.choices ?? []).map(({ id, name: called, path }) => ({
      id,
      name: called,
      path: path.map((step) => step.name).join(' › '),
    })),
    hourly: answer?.integration?.hourly ?? false,
    taskName: answer?.task?.name ?? null,
    running: mine ? 'this' : runs ? 'other' : 'none',
    startedAt: mine ? timer.entry.startedAt : null,
    clockOffset,
    waiting: mine ? timer.waiting : null,
    trouble: notice?.about === joinItem(name) ? notice.text : null,
    language: chosenLanguage(language, me?.language ?? null),
  };
}

/** Starts on an item of a page that is known. */
export async function startItem(
  desk: Desk,
  said: Extract<PageSays, { readonly say: 'start-item' }>,
): Promise<void> {
  const answer = desk.known().items[joinItem(said)];
  const chosen = answer?.choices.find(({ id }) => id === said.taskId);
  const task = chosen ?? (answer?.state === 'known' ? answer.task : null);
  if (task === null) return;
  const when = { running: runningOf(desk), now: desk.now() };
  await desk.act(starting(pickedTask(task), said.note, when), joinItem(said));
}

/** Stops the timer if it is on an item of a page. */
export async function stopItem(desk: Desk, name: ItemName): Promise<void> {
  const running = runningOf(desk);
  if (running === null || !isOn(running, desk.known().items[joinItem(name)])) return;
  await desk.act(stopping(running, desk.now()), joinItem(name));
}

/** Whether an entry is on the task of an item, or on one of those that it can be. */
function isOn({ task }: Entry, answer: Known['items'][string] | undefined): boolean {
  const tasks = [answer?.task, ...(answer?.choices ?? [])];
  return task !== null && tasks.some((one) => one?.id === task.id);
}

/** Remembers or forgets that a button found no place on a page. */
export function notePlace(
  desk: Desk,
  said: Extract<PageSays, { readonly say: 'lost-place' | 'found-place' }>,
): void {
  const { lost } = desk.known();
  const others = lost.filter((place) => joinItem(place) !== joinItem(said));
  if (said.say === 'lost-place') {
    const { provider, item, title, address } = said;
    desk.memory.change({ lost: [...others, { provider, item, title, address }] });
  } else if (others.length < lost.length) desk.memory.change({ lost: others });
}
