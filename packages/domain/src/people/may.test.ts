import { expect, test } from 'vitest';
import { uuidV7, type TaskId } from '../id.ts';
import { may, type Grants, type Whose } from './may.ts';
import { accountRoles, projectRoles, type ProjectRole } from './role.ts';

const taskOf = (n: number): TaskId => uuidV7<'task'>(n, new Uint8Array(10));
const [branch, below, elsewhere] = [taskOf(1), taskOf(2), taskOf(3)];
const whoses: readonly Whose[] = ['own', 'own-people', 'others'];

function seenBy(role: Grants['role'], assigned: readonly [TaskId, ProjectRole][] = []) {
  const grants = { role, assigned: new Map(assigned) };
  return {
    everything: whoses.filter((whose) => may(grants, { do: 'see-time', whose })),
    below: whoses.filter((whose) =>
      may(grants, { do: 'see-time', whose, lineage: [branch, below] }),
    ),
    elsewhere: whoses.filter((whose) =>
      may(grants, { do: 'see-time', whose, lineage: [elsewhere] }),
    ),
    changes: whoses.filter((whose) => may(grants, { do: 'change-time', whose })),
  };
}

test('whose time is seen and changed, by account role', () => {
  expect(Object.fromEntries(accountRoles.map((role) => [role, seenBy(role)]))).toEqual({
    administrator: { everything: whoses, below: whoses, elsewhere: whoses, changes: whoses },
    supervisor: {
      everything: ['own', 'own-people'],
      below: ['own', 'own-people'],
      elsewhere: ['own', 'own-people'],
      changes: ['own'],
    },
    user: { everything: ['own'], below: ['own'], elsewhere: ['own'], changes: ['own'] },
  });
});

test('a project manager sees all time on the branch, and changes none of it', () => {
  expect(seenBy('user', [[branch, 'project-manager']])).toEqual({
    everything: ['own'],
    below: whoses,
    elsewhere: ['own'],
    changes: ['own'],
  });
  expect(seenBy('user', [[branch, 'regular-user']]).below).toEqual(['own']);
});

function manages(role: Grants['role'], assigned: ProjectRole): boolean {
  return may({ role, assigned: new Map([[branch, assigned]]) }, { do: 'manage-tags' });
}

test('tags are for those who look after others', () => {
  expect(accountRoles.map((role) => manages(role, 'guest'))).toEqual([true, true, false]);
  expect(projectRoles.map((role) => manages('user', role))).toEqual([true, false, false]);
});
