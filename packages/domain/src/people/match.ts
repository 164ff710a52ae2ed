import type { MemberId } from '../id.ts';
import type { RemotePerson } from '../provider.ts';
import { foldEmail } from './email.ts';

/** A member, as far as matching is concerned. */
export interface MatchableMember {
  readonly id: MemberId;
  readonly email: string;
}

/** A person at the vendor and the member with the same e-mail address, if there is exactly one of each. */
export interface Match {
  readonly person: RemotePerson;
  readonly memberId: MemberId | null;
  /** `shared`: several people at the vendor have this address, so nobody gets anything by it. */
  readonly verdict: 'matched' | 'not-a-member' | 'shared' | 'no-email';
}

/**
 * Rule 8: addresses are compared trimmed and case-folded, exactly; a match is 1:1. No match gives no
 * assignment, and nobody else's rights fall to anybody.
 */
export function matchPeople(
  people: readonly RemotePerson[],
  members: readonly MatchableMember[],
): Match[] {
  const byEmail = new Map(members.map((member) => [foldEmail(member.email), member.id]));
  const timesUsed = new Map<string, number>();
  for (const { email } of people) {
    const folded = foldEmail(email);
    timesUsed.set(folded, (timesUsed.get(folded) ?? 0) + 1);
  }
  return people.map((person): Match => {
    const email = foldEmail(person.email);
    if (email === '') return { person, memberId: null, verdict: 'no-email' };
    if ((timesUsed.get(email) ?? 0) > 1) return { person, memberId: null, verdict: 'shared' };
    const memberId = byEmail.get(email) ?? null;
    return { person, memberId, verdict: memberId === null ? 'not-a-member' : 'matched' };
  });
}
