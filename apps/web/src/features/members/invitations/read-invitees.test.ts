import { accountRoles } from '@timegrove/domain/people/role.ts';
import { expect, test } from 'vitest';
import { readInvitees } from './read-invitees.ts';

const read = (text: string) =>
  readInvitees(text, 'user', (word) => accountRoles.find((role) => role === word));

test.each([
  ['one per line', 'ada@team.example\n\nBEN@team.example\r\n', ['1 ada user', '3 ben user']],
  ['several on a line', 'ada@team.example, ben@team.example', ['1 ada user', '1 ben user']],
  ['spaces between', 'ada@team.example ben@team.example', ['1 ada user', '1 ben user']],
  ['as a mail program copies it', 'Ada Oak <ada@team.example>', ['1 ada user']],
  [
    'the columns of a spreadsheet',
    'E-mail;Role\nada@team.example;Supervisor\nben@team.example;\n',
    ['2 ada supervisor', '3 ben user'],
  ],
  ['quoted', '"ada@team.example","administrator"', ['1 ada administrator']],
  [
    'pasted cells',
    'ada@team.example\tuser\nben@team.example\tsupervisor',
    ['1 ada user', '2 ben supervisor'],
  ],
  ['nothing', '  \n', []],
])('reads addresses: %s', (_how, text, wanted) => {
  const { invitees, problems } = read(text);
  expect(problems).toEqual([]);
  expect(invitees.map(({ line, email, role }) => `${line} ${email.split('@')[0]} ${role}`)).toEqual(
    wanted,
  );
});

test('tells by line what it cannot use, and keeps the rest', () => {
  const { invitees, problems } = read(
    'ada@team.example\nBen\nben@\ncleo@team.example,boss\nADA@team.example',
  );
  expect(invitees.map(({ email }) => email)).toEqual(['ada@team.example']);
  expect(problems).toEqual([
    { line: 2, what: 'no-address', text: 'Ben' },
    { line: 3, what: 'address', text: 'ben@' },
    { line: 4, what: 'role', text: 'boss' },
    { line: 5, what: 'twice', text: 'ada@team.example' },
  ]);
});
