import { newsPath, readNews, type Topic } from '@timegrove/contract/news.ts';
import { useSyncExternalStore } from 'react';
import { isFloating } from '../features/widget/picture-in-picture.ts';
import { keepConnected, type LineEvents } from '@timegrove/contract/keep-connected.ts';
import { answersOf } from './news-topics.ts';
import { queryClient } from './query-client.ts';
import { seldom } from './seldom.ts';

/** `away`: the server was lost and is being looked for. */
export type Connection = 'connecting' | 'live' | 'away';

const listeners = new Set<() => void>();
let connection: Connection = 'connecting';

/** Tells whether news of the server arrives in this window. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
}

/** Whether the server was lost and has not been found again. */
export function isAway(): boolean {
  return connection === 'away';
}

function become(next: Connection): void {
  connection = next;
  for (const listener of listeners) listener();
}

let whileHidden = false;

/** Whether this window goes on hearing news while nobody sees it; as a rule it does not. */
export function hearWhileHidden(hears: boolean): void {
  whileHidden = hears;
}

/** Keeps the news flowing into the kept answers until the returned function is called. */
export function followNews(): () => void {
  const line = keepConnected(listen);
  // A browser allows few lines to one server, so windows that nobody sees give theirs back.
  const look = (): void => {
    if (document.hidden && !whileHidden && !isFloating()) line.rest();
    else line.wake();
  };
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    line.end();
    connection = 'connecting';
  };
}

function listen(events: LineEvents): () => void {
  const source = new EventSource(newsPath);
  source.addEventListener('open', () => {
    events.open();
    become('live');
  });
  // The server says so at the start and whenever news may have been missed.
  source.addEventListener('resync', () => void askAgain([]));
  source.addEventListener('news', (event) => takeIn(event.data));
  const lose = (): void => {
    become('away');
    events.lost();
    // The line may be lost because the session is: then this shows the way in.
    void queryClient.invalidateQueries({ queryKey: ['me'] });
  };
  source.addEventListener('error', lose);
  // A line whose network is gone stays silent for long, and looks open.
  window.addEventListener('offline', lose);
  return () => {
    source.close();
    window.removeEventListener('offline', lose);
  };
}

function askAbout(topic: Topic): void {
  for (const answer of answersOf[topic]) void askAgain([answer]);
}

/**
 * Asks again for the answers whose keys begin so. What is just being asked for the first time is not
 * begun anew by that, though its answer may be older than the news: it is asked once more when that
 * has come.
 */
async function askAgain(queryKey: readonly string[]): Promise<void> {
  const first = queryClient
    .getQueryCache()
    .findAll({ queryKey, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  await queryClient.invalidateQueries({ queryKey });
  if (first.length > 0)
    await queryClient.invalidateQueries({ predicate: (query) => first.includes(query) });
}

// Time is shown at once; of the rest much can come in together, as when a sync brings tasks.
const askSeldom = seldom(askAbout, 300);
const atOnce: readonly Topic[] = ['timer', 'entries'];

function takeIn(data: unknown): void {
  const told = readNews(data);
  if (told === undefined) return;
  if (atOnce.includes(told.topic)) askAbout(told.topic);
  else askSeldom(told.topic);
}
