import { describe, expect, it } from 'vitest';
import { uuidV7 } from '../id.ts';
import type { RemotePerson } from '../provider.ts';
import { matchPeople } from './match.ts';

const member = (email: string, index: number) => ({
  id: uuidV7<'member'>(index, new Uint8Array(10)),
  email,
});
const person = (email: string, remoteId = email): RemotePerson => ({
  remoteId,
  name: remoteId,
  email,
  active: true,
  containers: [],
});

describe('rule 8: e-mail match', () => {
  const kim = member('kim@team.example', 1);

  it.each(['kim@team.example', ' Kim@Team.Example ', 'KIM@TEAM.EXAMPLE'])('%j is Kim', (email) => {
    expect(matchPeople([person(email)], [kim])).toMatchObject([
      { memberId: kim.id, verdict: 'matched' },
    ]);
  });

  it.each(['kim@team.example.org', 'k.im@team.example', 'kim+work@team.example'])(
    '%j is somebody else',
    (email) => {
      expect(matchPeople([person(email)], [kim])).toMatchObject([
        { memberId: null, verdict: 'not-a-member' },
      ]);
    },
  );

  it('gives nobody anything by an address that two people share', () => {
    const matches = matchPeople(
      [person('kim@team.example', 'a'), person('Kim@team.example', 'b')],
      [kim],
    );
    expect(matches.map(({ memberId, verdict }) => [memberId, verdict])).toEqual([
      [null, 'shared'],
      [null, 'shared'],
    ]);
  });

  it('matches nobody without an address', () => {
    expect(matchPeople([person('  ')], [kim, member('', 2)])).toMatchObject([
      { memberId: null, verdict: 'no-email' },
    ]);
  });
});
