import type { Client } from '@timegrove/contract/client.ts';
import { listEntries } from '@timegrove/contract/entries.ts';
import { findItem, type itemStates } from '@timegrove/contract/items.ts';
import type { Topic } from '@timegrove/contract/news.ts';
import { readMe } from '@timegrove/contract/session.ts';
import {
  listFavouriteTasks,
  listRecentTasks,
  type TaskWithPath,
} from '@timegrove/contract/tasks.ts';
import { readTimer } from '@timegrove/contract/timers.ts';
import { clockOffset } from '@timegrove/domain/time/clock-offset.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import { pickedTask, type OfferedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { refusalOfTask } from '../language/words.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import { splitItem } from './item-name.ts';
import type { Memory } from './memory.ts';
import { newestAnswer } from './newest-answer.ts';

/** What the background asks the server for. */
export interface Reading {
  /** Everything; settles when all is answered, true if all of it was. */
  all(): Promise<boolean>;
  /** What shows time. */
  time(): Promise<boolean>;
  /** What news of a topic is about. */
  of(topic: Topic): Promise<boolean>;
  /** One item of a vendor's page. */
  item(name: string): Promise<boolean>;
}

type ItemAnswer = { readonly state: (typeof itemStates)[number] };

/** Makes the verbs that bring what is known up to date. */
export function makeReading(
  memory: Memory,
  ask: Client,
  followed: () => readonly string[],
): Reading {
  const { timer, today, self, favourites, recent } = questions(memory, ask);
  const item = itemQuestion(memory, ask);
  const items = async (): Promise<void> => void (await Promise.all(followed().map(item)));
  const byTopic: Readonly<Partial<Record<Topic, () => Promise<boolean>>>> = {
    timer: () => answered(timer, today, recent),
    entries: () => answered(timer, today),
    tasks: () => answered(favourites, recent, items),
    assignments: () => answered(favourites, recent, items),
    integrations: () => answered(items),
    members: () => answered(self),
  };
  return {
    all: () => answered(timer, today, self, favourites, recent, items),
    time: () => answered(timer, today),
    of: async (topic) => (await byTopic[topic]?.()) ?? true,
    item: (name) => answered(() => item(name)),
  };
}

function questions(memory: Memory, ask: Client) {
  const timer = newestAnswer(
    async () => {
      const sentAt = Date.now();
      const { running, serverTime } = await ask(readTimer);
      const known = memory.known().clockOffset;
      const answeredAt = Date.now();
      return { running, clockOffset: clockOffset(serverTime, { sentAt, answeredAt, known }) };
    },
    (answer) => memory.change(answer),
  );
  const today = newestAnswer(
    async () => {
      const day = dayOf(Date.now() + memory.known().clockOffset, browserZone());
      return ask(listEntries, { query: { from: day, to: day } });
    },
    ({ entries }) => memory.change({ entries }),
  );
  const self = newestAnswer(
    () => ask(readMe),
    (me) => memory.change({ me }),
  );
  const favourites = newestAnswer(
    () => ask(listFavouriteTasks),
    ({ tasks }) => memory.change({ favourites: tasks.map(offered) }),
  );
  const recent = newestAnswer(
    () => ask(listRecentTasks, { query: { limit: 12 } }),
    ({ tasks }) => memory.change({ recent: tasks.map(offered) }),
  );
  return { timer, today, self, favourites, recent };
}

function itemQuestion(memory: Memory, ask: Client): (name: string) => Promise<void> {
  const asking = new Map<string, () => Promise<void>>();
  return async (name) => {
    const question =
      asking.get(name) ??
      newestAnswer(
        () => ask(findItem, { query: splitItem(name) }),
        (answer) => memory.change({ items: withItem(memory.known().items, name, answer) }),
      );
    asking.set(name, question);
    return question();
  };
}

/** Asks all at once. What is not answered stays as it was known; whether it was, the caller is told. */
async function answered(...questions: readonly (() => Promise<void>)[]): Promise<boolean> {
  const ends = await Promise.allSettled(questions.map(async (question) => question()));
  return ends.every(({ status }) => status === 'fulfilled');
}

function offered(task: TaskWithPath) {
  const picked: OfferedTask = pickedTask(task);
  const refusal = refusalOfTask(task);
  return { ...picked, path: [...picked.path], ...(refusal !== undefined && { refusal }) };
}

const mostItems = 200;

/** The newest answer comes last; the oldest ones are forgotten. */
function withItem<Answer extends ItemAnswer>(
  items: Readonly<Record<string, Answer>>,
  name: string,
  answer: Answer,
): Record<string, Answer> {
  const others = Object.entries(items).filter(([other]) => other !== name);
  return Object.fromEntries([...others, [name, answer] as const].slice(-mostItems));
}
