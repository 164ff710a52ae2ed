import { Refused } from '@timegrove/contract/client.ts';
import { keepConnected, type KeptLine } from '@timegrove/contract/keep-connected.ts';
import { followNewsStream } from '@timegrove/contract/news-stream.ts';
import { credentialsOf, refuse } from './ask-server.ts';
import type { Connection, Memory } from './memory.ts';
import type { Reading } from './read-anew.ts';

interface NewsOptions {
  readonly memory: Memory;
  readonly reading: Reading;
  /** Called when the server was found, after it was away or for the first time. */
  readonly found: () => void;
}

/** Follows the news of a connection until it is ended. */
export function followNews(connection: Connection, options: NewsOptions): KeptLine {
  const { memory, reading, found } = options;
  return keepConnected((events) => {
    const stream = followNewsStream({
      server: connection.server,
      headers: credentialsOf(connection),
      fetch: (input, init) => fetch(input, init),
      onOpen: () => {
        events.open();
        found();
      },
      onResync: () => void reading.all(),
      onNews: ({ topic }) => void reading.of(topic),
      onLost: (reason) => {
        if (reason instanceof Refused && reason.status === 401) return refuse(memory, connection);
        if (memory.known().reached) memory.change({ reached: false });
        events.lost();
      },
    });
    return () => stream.close();
  });
}
