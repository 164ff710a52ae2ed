import { i18n } from '@lingui/core';
import { forceSynchronization } from '@timegrove/contract/runs.ts';
import type { Desk } from './desk.ts';

/**
 * Lets the server read the vendors anew; says how many are being read. What comes is told as news.
 * @param about the vendor's item on whose page it is asked for
 */
export async function synchronize(desk: Desk, about?: string): Promise<void> {
  await desk.attempt(async () => {
    const { runs } = await desk.ask(forceSynchronization);
    desk.memory.change({ notice: { kind: 'done', text: textFor(runs.length), about: null } });
  }, about);
}

function textFor(count: number): string {
  return count === 0
    ? i18n._('sync-nothing', {}, { message: 'There is nothing that synchronizes every hour.' })
    : i18n._(
        'sync-started',
        { count },
        {
          message:
            '{count, plural, one {# integration is being read.} other {# integrations are being read.}}',
        },
      );
}
