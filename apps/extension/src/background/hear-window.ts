import type { Item } from '@timegrove/contract/outbox/item.ts';
import { refusalOfTask, sentenceOf } from '../language/words.ts';
import type { WindowHears, WindowSays } from '../window-messages.ts';
import { askToSignIn, disconnect, lookAtRequest, useToken } from './connect.ts';
import type { Desk } from './desk.ts';
import { findTasksFor, type Found } from './find-tasks.ts';
import { runningOf } from './start-or-stop.ts';
import { synchronize } from './synchronize.ts';
import { answerAway, watchPresence } from './time-away.ts';
import { lookBelow } from '@timegrove/ui/task-picker/look-below.ts';
import { changing, picking, starting, stopping } from '@timegrove/ui/timer-deeds/timer-deeds.ts';

type Heard<Say extends WindowSays['say']> = Extract<WindowSays, { readonly say: Say }>;
type Deeds = {
  readonly [Say in WindowSays['say']]: (
    desk: Desk,
    heard: Heard<Say>,
    tell: (message: WindowHears) => void,
  ) => Promise<void> | void;
};

const deeds: Deeds = {
  start: (desk, { task, note }) =>
    desk.act(starting(task, note, { running: runningOf(desk), now: desk.now() })),
  stop: (desk) => {
    const running = runningOf(desk);
    return desk.act(running && stopping(running, desk.now()));
  },
  pick: (desk, { task }) => desk.act(picking(task, { running: runningOf(desk), now: desk.now() })),
  note: (desk, { note }) => {
    const running = runningOf(desk);
    return desk.act(running && changing(running, { note }));
  },
  'answer-away': (desk, { answer }) => answerAway(desk, answer),
  synchronize: (desk) => synchronize(desk),
  'try-again': async (desk, { seq }) =>
    withItem(desk, seq, async (item) => desk.outbox()?.retry(item)),
  drop: async (desk, { seq }) => withItem(desk, seq, async (item) => desk.outbox()?.drop(item)),
  'forget-lost': (desk) => desk.memory.change({ lost: [] }),
  'forget-notice': (desk) => desk.memory.change({ notice: null }),
  'forget-choosing': (desk) => desk.memory.change({ choosing: null }),
  find: async (desk, { number, query }, tell) =>
    tell(await found(number, findTasksFor(desk, query))),
  'look-below': async (desk, { number, task }, tell) =>
    tell(await found(number, lookBelow(desk.ask, task, refusalOfTask))),
  'sign-in': (desk, { server }) => askToSignIn(desk, server),
  'use-token': (desk, { server, token }) =>
    desk.attempt(async () => useToken(desk, { server, token, own: false })),
  'cancel-sign-in': (desk) => desk.memory.change({ request: null }),
  disconnect,
  behave: (desk, { asksAway, language }) => {
    desk.memory.change({
      ...(asksAway !== undefined && { asksAway }),
      ...(language !== undefined && { language }),
    });
    watchPresence(desk);
  },
  stay: lookAtRequest,
};

/** Does what a window of the extension asks for. */
export async function hearWindow<Say extends WindowSays['say']>(
  desk: Desk,
  heard: Heard<Say> & { readonly say: Say },
  tell: (message: WindowHears) => void,
): Promise<void> {
  await deeds[heard.say](desk, heard, tell);
}

async function withItem(
  desk: Desk,
  seq: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const listed = desk.contents().listed.find(({ item }) => item.seq === seq);
  if (listed !== undefined) await work(listed.item);
}

async function found(number: number, finding: Promise<Found>): Promise<WindowHears> {
  const nothing = { hear: 'found', number, favourites: 0, more: false } as const;
  try {
    const { tasks, ...rest } = await finding;
    const plain = tasks.map((task) => ({ ...task, path: [...task.path] }));
    return { ...nothing, ...rest, tasks: plain, reason: '' };
  } catch (error) {
    return { ...nothing, tasks: null, reason: sentenceOf(error) };
  }
}
