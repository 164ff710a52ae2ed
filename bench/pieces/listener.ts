import { request, type ClientRequest } from 'node:http';
import { newsPath } from '@timegrove/contract/news.ts';

/** A client that holds a connection open for news. */
export interface Listener {
  close(): void;
}

/** Opens the news of a member and calls `hear` with the instant at which a topic came up in it. */
export async function listenForNews(
  server: string,
  cookie: string,
  topic: string,
  hear: (at: number) => void,
): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const sent: ClientRequest = request(
      `${server}${newsPath}`,
      { headers: { cookie }, agent: false },
      (reply) => {
        if (reply.statusCode !== 200) return reject(new Error(`news: ${reply.statusCode}`));
        let begun = false;
        reply.setEncoding('utf8');
        reply.on('data', (text: string) => {
          if (text.includes(`"topic":"${topic}"`)) hear(performance.now());
          if (!begun) resolve({ close: () => sent.destroy() });
          begun = true;
        });
        reply.on('error', () => {});
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}
