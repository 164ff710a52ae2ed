import { useQueryClient } from '@tanstack/react-query';
import { deedNamed } from '@timegrove/contract/outbox/deeds/all.ts';
import type { Call } from '@timegrove/contract/outbox/item.ts';
import type { Outcome } from '@timegrove/contract/outbox/outbox.ts';
import { api } from '../../../shell/api.ts';
import { refusedBy, useOutbox } from '../../outbox/use-outbox.ts';
import { useWhose } from '../people/whose.ts';

const patience = 4000;

/**
 * Gives the verb that does something to the time that is shown. Own time goes by way of the outbox:
 * what is refused at once is thrown, what cannot be sent now waits there. The outbox holds a
 * member's own time, so that of others is changed with a connection only.
 */
export function useAttempt(): (call: Call) => Promise<void> {
  const outbox = useOutbox();
  const client = useQueryClient();
  const { other } = useWhose();
  if (other !== null) {
    return async (call) => {
      await deedNamed(call.deed)?.send(api, call.given);
      void client.invalidateQueries({ queryKey: ['entries'] });
    };
  }
  return async (call) => {
    const outcome = await Promise.race([outbox.attempt(call), afterAWhile()]);
    if (outcome.kind !== 'refused') return;
    await outbox.drop(outcome.item);
    throw refusedBy(outcome.refusal);
  };
}

async function afterAWhile(): Promise<Outcome> {
  return new Promise((tell) => {
    setTimeout(() => tell({ kind: 'kept' }), patience);
  });
}
