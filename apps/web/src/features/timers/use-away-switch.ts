import { useQueryClient } from '@tanstack/react-query';
import { changeMe } from '@timegrove/contract/session.ts';
import { api } from '../../shell/api.ts';
import { useDeed } from '../../shell/use-deed.ts';
import { meQuery, useMe } from '../session/queries.ts';
import { askForAwayPermission, useAwayPermission } from './questions/use-away-permission.ts';

const usualMinutes = 10;

interface AwaySwitch {
  /** Whether this browser can tell at all, and was not forbidden to. */
  readonly possible: boolean;
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}

/** Whether the member is asked about time away, and the way to change that. */
export function useAwaySwitch(): AwaySwitch {
  const client = useQueryClient();
  const { idleMinutes } = useMe();
  const permission = useAwayPermission();
  const change = useDeed(
    async (minutes: number | null) => {
      const me = await api(changeMe, { body: { idleMinutes: minutes } });
      client.setQueryData(meQuery.queryKey, me);
    },
    ['members'],
  );
  const turn = async (on: boolean): Promise<void> => {
    // First, because a browser asks only right after a click.
    if (on) await askForAwayPermission();
    if (on !== (idleMinutes !== null)) change.mutate(on ? usualMinutes : null);
  };
  return {
    possible: permission === 'granted' || permission === 'prompt',
    on: permission === 'granted' && idleMinutes !== null,
    turn: (on) => void turn(on),
  };
}
