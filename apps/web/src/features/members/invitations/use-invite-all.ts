import { useQueryClient } from '@tanstack/react-query';
import { invite } from '@timegrove/contract/members.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { useState } from 'react';
import { api } from '../../../shell/api.ts';
import { sentenceOf } from '../../../shell/refusal.ts';
import type { Invitee } from './read-invitees.ts';

/** How inviting somebody stands. */
export interface Sent extends Invitee {
  readonly state: 'waiting' | 'invited' | 'refused';
  /** Why not, where it was refused. */
  readonly reason?: string;
}

/** Several at once are faster than one after the other, and few enough for any server. */
const atOnce = 4;

/** Invites many people, each by themselves, so that one who is refused holds nobody else back. */
export function useInviteAll() {
  const client = useQueryClient();
  const [sent, setSent] = useState<readonly Sent[]>([]);
  async function inviteAll(invitees: readonly Invitee[]): Promise<Sent[]> {
    const outcomes: Sent[] = [];
    setSent(invitees.map((one) => ({ ...one, state: 'waiting' })));
    const queue = [...invitees];
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const outcome = await inviteOne(next);
        outcomes.push(outcome);
        setSent((all) => all.map((one) => (one.email === outcome.email ? outcome : one)));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    await client.invalidateQueries({ queryKey: ['members'] });
    return outcomes;
  }
  return { sent, inviteAll, reset: () => setSent([]) };
}

async function inviteOne(invitee: Invitee): Promise<Sent> {
  const { email, role } = invitee;
  try {
    await api(invite, { body: { id: newId<'invitation'>(), email, role } });
    return { ...invitee, state: 'invited' };
  } catch (error) {
    return { ...invitee, state: 'refused', reason: sentenceOf(error) };
  }
}
