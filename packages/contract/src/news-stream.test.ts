import { describe, expect, it, vi } from 'vitest';
import { Refused, Unreachable } from './client.ts';
import { followNewsStream, type NewsStreamOptions } from './news-stream.ts';

/** A stream that a server writes to, bit by bit. */
function aStream() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (its) => void (controller = its),
  });
  const encoder = new TextEncoder();
  return {
    body,
    say: (text: string) => controller?.enqueue(encoder.encode(text)),
    sayBytes: (bytes: Uint8Array) => controller?.enqueue(bytes),
    end: () => controller?.close(),
    breakOff: () => controller?.error(new TypeError('the line broke')),
  };
}

const stream = { 'content-type': 'text/event-stream; charset=utf-8' };

/** Follows what a fetch gives, and writes down what it hears. */
function following(fetch: typeof globalThis.fetch, more: Partial<NewsStreamOptions> = {}) {
  const heard: string[] = [];
  const { promise: lost, resolve } = Promise.withResolvers<Refused | Unreachable>();
  const followed = followNewsStream({
    server: 'https://time.example.org',
    fetch,
    onNews: ({ topic, id }) => heard.push(`${topic} ${id ?? ''}`.trim()),
    onResync: () => heard.push('resync'),
    onOpen: () => heard.push('open'),
    onLost: (reason) => {
      heard.push('lost');
      resolve(reason);
    },
    ...more,
  });
  return { heard, lost, ...followed };
}

describe('the stream of news', () => {
  it('is asked for with the headers, and told as it comes, however it is cut', async () => {
    const { body, say, sayBytes, end } = aStream();
    const asked: unknown[] = [];
    const { heard, lost } = following(
      async (input, init) => {
        asked.push([input, new Headers(init?.headers).get('authorization')]);
        return new Response(body, { headers: stream });
      },
      { headers: { authorization: 'Bearer tg_x' } },
    );
    say('retry: 1000\nevent: resync\ndata: {}\n\n: still here\n\nevent: ne');
    await expect.poll(() => heard).toEqual(['open', 'resync']);
    const text = new TextEncoder().encode('ws\ndata: {"topic":"timer","id":"ü"}\n\n');
    for (const byte of text) sayBytes(Uint8Array.of(byte));
    say('event: news\ndata: {"topic":"tasks"}\n\nevent: resync\ndata: {}\n\n');
    await expect.poll(() => heard.slice(2)).toEqual(['timer ü', 'tasks', 'resync']);
    say('event: news\ndata: {"topic":"of-tomorrow"}\n\nevent: news\ndata: {\n\n');
    end();
    expect(await lost).toBeInstanceOf(Unreachable);
    expect(heard.slice(5)).toEqual(['lost']);
    expect(asked).toEqual([['https://time.example.org/api/news', 'Bearer tg_x']]);
  });

  it('says with which refusal it was not opened', async () => {
    const body = { code: 'token-refused', message: 'This token …', requestId: '1' };
    const { heard, lost } = following(async () => Response.json(body, { status: 401 }));
    expect(await lost).toMatchObject({ status: 401, refusal: { code: 'token-refused' } });
    expect(await lost).toBeInstanceOf(Refused);
    expect(heard).toEqual(['lost']);
  });

  it.each([
    ['a page of a proxy', async () => new Response('<html>', { status: 502 })],
    ['a good answer of something else', async () => new Response('<html>')],
    ['no network', async () => Promise.reject(new TypeError('no network'))],
  ] as const)('is lost to %s', async (_what, fetch) => {
    const { heard, lost } = following(fetch);
    expect(await lost).toBeInstanceOf(Unreachable);
    expect(heard).toEqual(['lost']);
  });

  it('is lost when the line breaks', async () => {
    const { body, breakOff } = aStream();
    const { lost } = following(async () => new Response(body, { headers: stream }));
    breakOff();
    expect(await lost).toBeInstanceOf(Unreachable);
  });

  it('is lost when the line is silent, and not while there are signs of life', async () => {
    vi.useFakeTimers();
    const { body, say } = aStream();
    let signal: AbortSignal | null | undefined;
    const fetch: typeof globalThis.fetch = async (_input, init) => {
      ({ signal } = init ?? {});
      return new Response(
        body.pipeThrough(new TransformStream(), init?.signal ? { signal: init.signal } : {}),
        { headers: stream },
      );
    };
    const { heard } = following(fetch, { silentMs: 1000 });
    for (let times = 0; times < 5; times += 1) {
      await vi.advanceTimersByTimeAsync(900);
      say(': still here\n\n');
    }
    await vi.advanceTimersByTimeAsync(900);
    expect(heard).toEqual(['open']);
    await vi.advanceTimersByTimeAsync(200);
    expect(signal?.aborted).toBe(true);
    vi.useRealTimers();
    await expect.poll(() => heard).toEqual(['open', 'lost']);
  });

  it('is closed without being lost', async () => {
    let signal: AbortSignal | null | undefined;
    const { heard, close } = following(
      async (_input, init) =>
        new Promise((_resolve, reject) => {
          ({ signal } = init ?? {});
          signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        }),
    );
    close();
    await new Promise((resolve) => setTimeout(resolve));
    expect([signal?.aborted, heard]).toEqual([true, []]);
  });
});
