import { newId } from '@timegrove/contract/new-id.ts';
import type { Member } from '@timegrove/contract/members.ts';
import { expect, test } from 'vitest';
import { everybody, filterMembers } from './filter-members.ts';

function aMember(name: string, active = true): Member {
  const email = `${name.split(' ')[0]?.toLowerCase()}@team.example`;
  const joinedAt = '2026-03-02T09:00:00.000Z';
  return { id: newId<'member'>(), name, email, role: 'user', active, joinedAt };
}

const [zoe, ada, ben] = [aMember('Zoe Oak'), aMember('Ada Linden', false), aMember('Ben Ash')];
const members = [zoe, ada, ben];
const group = { id: newId<'group'>(), name: 'Design', memberIds: [zoe.id, ada.id] };

test.each([
  ['everybody, active ones first, by name', {}, [ben, zoe, ada]],
  ['words in any order and case', { text: 'OAK  zo' }, [zoe]],
  ['an address', { text: 'ben@team' }, [ben]],
  ['who was deactivated', { state: 'deactivated' }, [ada]],
  ['who is active in a group', { state: 'active', groupId: group.id }, [zoe]],
  ['nobody', { text: 'yew' }, []],
  ['everybody where the group is gone', { groupId: newId() }, [ben, zoe, ada]],
] as const)('%s', (_what, filter, found) => {
  expect(filterMembers(members, [group], { ...everybody, ...filter })).toEqual(found);
});
