import { dehydrate, hydrate, type DehydratedState } from '@tanstack/react-query';
import { z } from 'zod';
import { keep, readKept } from '@timegrove/contract/device/database.ts';
import { queryClient } from './query-client.ts';

/** The name under which the answers are kept. */
const name = 'answers';
const pause = 1000;

/** Options of a query whose last answer is kept on this device, so that the app opens with it without a connection. */
export const lasting = { meta: { lasting: true }, gcTime: 7 * 86_400_000 } as const;

const kept = z.object({ build: z.string(), answers: z.custom<DehydratedState>(isState) });

// The same build wrote it, so its parts are what they were.
function isState(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'queries' in value;
}

/** Another build may expect answers of another shape; the names of its first scripts tell. */
function thisBuild(): string {
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[type=module]');
  return [...scripts].map(({ src }) => src).join(' ');
}

/** Brings back the answers of the last time; all of them are asked for again when they are shown. */
export async function restoreLastState(): Promise<void> {
  const last = kept.safeParse(await readKept(name));
  if (last.success && last.data.build === thisBuild()) {
    hydrate(queryClient, last.data.answers);
    await queryClient.invalidateQueries({ refetchType: 'none' });
  }
  keepLastState();
}

/** Keeps the answers from now on, while somebody is signed in; forgets them once nobody is. */
function keepLastState(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    timer = undefined;
    const somebody = queryClient.getQueryData(['me']) != null;
    void keep(name, somebody ? { build: thisBuild(), answers: answersNow() } : undefined);
  };
  // A phone may end the app as soon as nobody sees it.
  document.addEventListener('visibilitychange', () => {
    if (timer === undefined || !document.hidden) return;
    clearTimeout(timer);
    save();
  });
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    // A window that is opened right after somebody left must not begin with them.
    if (event.query.queryKey[0] === 'me' && event.query.state.data === null) save();
    else timer ??= setTimeout(save, pause);
  });
}

function answersNow(): unknown {
  return dehydrate(queryClient, {
    shouldDehydrateMutation: () => false,
    shouldDehydrateQuery: (query) =>
      query.meta?.['lasting'] === true && query.state.data !== undefined,
  });
}
