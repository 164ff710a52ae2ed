import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import type { Asking } from '../../shell/desktop-host.ts';

const settings = z.object({
  server: z.string(),
  connected: z.boolean(),
  shortcut: z.string(),
  caFile: z.string(),
  proxy: z.string(),
  autostart: z.boolean(),
  /** The newest times away first, in milliseconds since 1970. */
  away: z.array(
    z.object({
      reason: z.enum(['idle', 'locked', 'asleep']),
      from: z.number(),
      to: z.number().nullable(),
    }),
  ),
});

/** What is set in the desktop app, and what it has recorded. */
export type DesktopSettings = z.output<typeof settings>;

const connecting = z.object({
  code: z.string(),
  /** The address at which a member lets the app in. */
  window: z.string(),
});
/** A request to be let in. */
export type Connecting = z.output<typeof connecting>;

async function ask(asking: Asking): Promise<unknown> {
  if (window.timegroveDesktop === undefined) throw new Error('This is not the desktop app.');
  return window.timegroveDesktop.say(asking);
}

/** The settings of the desktop app. */
export const desktopQuery = queryOptions({
  queryKey: ['desktop'],
  queryFn: async () => settings.parse(await ask({ say: 'read-settings' })),
  retry: false,
  staleTime: 0,
});

/** Keeps other settings. @throws with a sentence to show */
export async function changeDesktop(
  next: Pick<DesktopSettings, 'shortcut' | 'caFile' | 'proxy' | 'autostart'>,
): Promise<DesktopSettings> {
  const { shortcut, caFile, proxy, autostart } = next;
  return settings.parse(await ask({ say: 'change-settings', shortcut, caFile, proxy, autostart }));
}

/** Asks a server to be let in. @throws with a sentence to show */
export async function connect(server: string): Promise<Connecting> {
  return connecting.parse(await ask({ say: 'connect', server }));
}

/** Signs in with a token for the API. @throws with a sentence to show */
export async function connectWithToken(server: string, token: string): Promise<void> {
  await ask({ say: 'use-token', server, token });
}

/** Forgets the token. */
export async function disconnect(): Promise<void> {
  await ask({ say: 'sign-out' });
}
