import { Refused, Unreachable } from './client.ts';
import { refusal } from './errors.ts';
import { newsPath, readNews, type News } from './news.ts';

/** Where news is listened to, and what is to happen with it. */
export interface NewsStreamOptions {
  /** The server's address without a slash at the end. */
  readonly server: string;
  readonly fetch: typeof fetch;
  /** Sent with the request, e.g. an Authorization header. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly onNews: (news: News) => void;
  /** News may have been missed: ask again for everything. Comes first on every new stream. */
  readonly onResync: () => void;
  readonly onOpen?: () => void;
  /**
   * The stream has ended, and so has this following of it: `Refused` where the server will not have
   * it (e.g. `token-refused`), else `Unreachable`. Whoever wants more news follows anew.
   */
  readonly onLost: (reason: Refused | Unreachable) => void;
  /** The server gives a sign of life every 20 seconds; a line that is silent for so long is dead. */
  readonly silentMs?: number;
}

/** A stream that is followed until it is closed or lost. */
export interface NewsStream {
  /** Ends it without `onLost`. */
  readonly close: () => void;
}

/** Follows the news of a server over `fetch`, where there is no EventSource or it cannot send a token. */
export function followNewsStream(options: NewsStreamOptions): NewsStream {
  const ending = new AbortController();
  let closed = false;
  const silence = watchSilence(options.silentMs ?? 50_000, () => ending.abort());
  void read(options, ending.signal, silence.heard).then(
    () => finish(new Unreachable('The stream of news has ended.')),
    (error: unknown) => finish(reasonOf(error)),
  );
  const finish = (reason: Refused | Unreachable): void => {
    silence.end();
    if (!closed) options.onLost(reason);
  };
  return {
    close: () => {
      closed = true;
      ending.abort();
    },
  };
}

function watchSilence(ms: number, onSilent: () => void) {
  let timer = setTimeout(onSilent, ms);
  const end = (): void => clearTimeout(timer);
  const heard = (): void => {
    end();
    timer = setTimeout(onSilent, ms);
  };
  return { heard, end };
}

function reasonOf(error: unknown): Refused | Unreachable {
  if (error instanceof Refused || error instanceof Unreachable) return error;
  return new Unreachable('The server cannot be reached at the moment.', { cause: error });
}

async function read(
  options: NewsStreamOptions,
  signal: AbortSignal,
  heard: () => void,
): Promise<void> {
  const { fetch } = options;
  const reply = await fetch(options.server + newsPath, {
    headers: { accept: 'text/event-stream', ...options.headers },
    cache: 'no-store',
    credentials: 'same-origin',
    signal,
  });
  heard();
  const isStream = reply.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (!reply.ok || !isStream || reply.body === null) throw await refusalOf(reply);
  options.onOpen?.();
  const tell = makeParser((event, data) => hand(options, event, data));
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    heard();
    tell(part.value);
  }
}

async function refusalOf(reply: Response): Promise<Refused | Unreachable> {
  const body = refusal.safeParse(await reply.json().catch(() => undefined));
  return body.success
    ? new Refused(reply.status, body.data)
    : new Unreachable('Something other than Timegrove answered.');
}

function hand(options: NewsStreamOptions, event: string, data: string): void {
  if (event === 'resync') options.onResync();
  if (event !== 'news') return;
  const told = readNews(data);
  if (told !== undefined) options.onNews(told);
}

/** Cuts text, as it comes in, into Server-Sent Events of one data line each, which is all we send. */
function makeParser(onEvent: (event: string, data: string) => void): (text: string) => void {
  let waiting = '';
  return (text) => {
    const blocks = (waiting + text).split('\n\n');
    waiting = blocks.pop() ?? '';
    for (const block of blocks) onEvent(fieldOf(block, 'event'), fieldOf(block, 'data'));
  };
}

function fieldOf(block: string, name: string): string {
  const line = block.split('\n').find((one) => one.startsWith(`${name}: `));
  return line?.slice(name.length + 2) ?? '';
}
