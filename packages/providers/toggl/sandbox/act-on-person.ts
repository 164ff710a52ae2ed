import { cannot, found, nameIn, SandboxRefusal } from '../../kit/sandbox/act.ts';
import type { Act } from '../../kit/sandbox/act.ts';
import type { SandboxNode } from '../../kit/sandbox/simulator.ts';
import { addUser } from './account.ts';
import type { Account, Owner, Space } from './account.ts';
import type { User } from './rows.ts';

/**
 * Does something to a person of a workspace, who is named as `Uma Rowan <uma@rowan.example>`: adds one,
 * renames, deactivates, brings back or removes them everywhere. To create with the id of somebody who
 * is there takes them into one more workspace.
 * @throws SandboxRefusal
 */
export function actOnPerson(account: Account, it: Act): SandboxNode {
  const spaces = [...account.spaces.values()];
  const known = spaces.flatMap(({ users }) => users).find(({ id }) => id === Number(it.id));
  if (it.do === 'create') {
    const space = found(account.spaces.get(Number(it.parent)), it);
    if (known === undefined) return personNode(addUser(account, space, ownerIn(it)), space);
    space.users.push(known);
    return personNode(known, space);
  }
  const person = found(known, it);
  const changed = change(person, it);
  for (const { users } of spaces) {
    const at = users.findIndex(({ id }) => id === person.id);
    if (at >= 0) users.splice(at, 1, ...(changed === null ? [] : [changed]));
  }
  return personNode(changed ?? person);
}

function change(person: User, it: Act): User | null {
  if (it.do === 'rename') return { ...person, ...ownerIn(it) };
  if (it.do === 'archive' || it.do === 'restore')
    return { ...person, inactive: it.do === 'archive' };
  if (it.do === 'delete') return null;
  throw cannot(it);
}

function ownerIn(it: Act): Owner {
  const [, fullname = '', email] = /^([^<]*)<(.*)>$/.exec(nameIn(it)) ?? [];
  if (email === undefined)
    throw new SandboxRefusal('A person is named as “Uma Rowan <uma@rowan.example>”.');
  return { fullname: fullname.trim(), email };
}

function personNode({ id, fullname, inactive }: User, space?: Space): SandboxNode {
  return {
    kind: 'person',
    id: String(id),
    parent: space === undefined ? null : String(space.workspace.id),
    name: fullname,
    state: inactive ? 'archived' : 'active',
  };
}
