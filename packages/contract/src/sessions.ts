import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { id, instant } from './fields.ts';

/** One place where somebody is signed in. */
export const ownSession = z.object({
  id: id('session'),
  /** The session of this very request. */
  current: z.boolean(),
  startedAt: instant,
  /** Exact to the day. */
  seenAt: instant,
  /** Where it was started from; null where it is not known. */
  address: z.string().nullable(),
  /** The program and the system by name, as the program says, e.g. Firefox and Windows. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
});
export type OwnSession = z.output<typeof ownSession>;

export const listSessions = endpoint('GET', '/api/sessions', {
  summary: 'Where one is signed in, this session first',
  access: 'member',
  scope: 'session',
  output: z.object({ sessions: z.array(ownSession) }),
});

export const endSession = endpoint('DELETE', '/api/sessions/:sessionId', {
  summary: 'End one of the own sessions',
  access: 'member',
  scope: 'session',
  params: z.strictObject({ sessionId: id('session') }),
  output: nothing,
});

export const endOtherSessions = endpoint('DELETE', '/api/sessions', {
  summary: 'End every own session but this one',
  access: 'member',
  scope: 'session',
  output: nothing,
});
