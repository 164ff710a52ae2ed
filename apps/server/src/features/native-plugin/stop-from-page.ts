import type { stopFromPage as endpoint } from '@timegrove/contract/native-plugin.ts';
import type { Verb } from '../../http/bind.ts';
import { stopTimer } from '../timers/stop-timer.ts';
import { look } from './look.ts';

/** Stops the timer if it is on what the page is about; a page has no say over any other. */
export const stopFromPage: Verb<typeof endpoint> = async (desk, { body }) => {
  const { running, state } = await look(desk, body);
  if (running === null) return state;
  await stopTimer(desk, { params: { entryId: running }, query: {}, body: {} });
  return (await look(desk, body)).state;
};
