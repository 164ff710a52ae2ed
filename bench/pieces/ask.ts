import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/** What came back, and how long it took. */
export interface Asked {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

const agent = new Agent({ keepAlive: true });

/**
 * Sends one request to a server, as the clients do: a write has a key by which it is known again.
 * Waits for the last byte of the answer. @throws Error unless it is a good one
 */
export async function ask(
  method: 'GET' | 'POST',
  url: string,
  cookie: string,
  body?: unknown,
): Promise<Asked> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const ofWrite = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const headers = { cookie, ...(text !== undefined && ofWrite) };
  const from = performance.now();
  const answer = await new Promise<Asked>((resolve, reject) => {
    const sent = request(url, { method, headers, agent }, (reply) => {
      const parts: string[] = [];
      reply.setEncoding('utf8');
      reply.on('data', (part: string) => parts.push(part));
      reply.on('error', reject);
      reply.on('end', () => {
        const ms = performance.now() - from;
        resolve({ status: reply.statusCode ?? 0, text: parts.join(''), ms });
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return answer;
}
