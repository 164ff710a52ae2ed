import { entry } from '@timegrove/contract/entries.ts';
import { id } from '@timegrove/contract/fields.ts';
import { z } from 'zod';

/** What the notification of a running timer carries for the service worker that hears it pressed. */
export const noticed = z.object({
  memberId: id('member'),
  entry,
  /** How far the server's clock is ahead of this device's, in milliseconds. */
  ahead: z.number(),
});
export type Noticed = z.output<typeof noticed>;
