import { useSessionStorage } from '@mantine/hooks';
import { taskLabel } from '@timegrove/contract/entries.ts';
import { z } from 'zod';
import { useMe } from '../../session/queries.ts';
import { useWhose } from '../people/whose.ts';
import { keyOf, type RowTask } from './week-grid.ts';

const rows = z.array(taskLabel.nullable());

/** The tasks that have a row in a week also without time, as long as this window is open. */
export function useKeptRows(firstDay: string) {
  const me = useMe();
  const { other } = useWhose();
  const [kept, setKept] = useSessionStorage<readonly RowTask[]>({
    key: `timegrove-week-${other?.memberId ?? me.memberId}-${firstDay}`,
    defaultValue: [],
    getInitialValueInEffect: false,
    deserialize: (text) =>
      text === undefined ? [] : (rows.safeParse(JSON.parse(text)).data ?? []),
  });
  const keep = (tasks: readonly RowTask[]): void =>
    setKept((before) => {
      const known = new Set(before.map(keyOf));
      return [...before, ...tasks.filter((task) => !known.has(keyOf(task)))];
    });
  return { kept, keep };
}
