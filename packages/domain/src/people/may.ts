import type { TaskId } from '../id.ts';
import type { AccountRole, ProjectRole } from './role.ts';

/** The one who asks: account role, and the tasks assigned with the role on each. */
export interface Grants {
  readonly role: AccountRole;
  readonly assigned: ReadonlyMap<TaskId, ProjectRole>;
}

/** Whose time it is to the one who asks: a supervisor's own people share a group with them. */
export type Whose = 'own' | 'own-people' | 'others';

/** Every action that some roles may do and others may not. */
export type Action =
  | { readonly do: 'manage-account' }
  | { readonly do: 'manage-members' }
  | { readonly do: 'manage-integrations' }
  /** Time of a member; with a lineage only what is on a task there. */
  | { readonly do: 'see-time'; readonly whose: Whose; readonly lineage?: readonly TaskId[] }
  | { readonly do: 'change-time'; readonly whose: Whose }
  | { readonly do: 'manage-tags' }
  | { readonly do: 'see-whole-tree' }
  | { readonly do: 'add-project' }
  | { readonly do: 'track' | 'add-below' | 'manage-branch'; readonly lineage: readonly TaskId[] };

const rank: Record<ProjectRole, number> = { guest: 1, 'regular-user': 2, 'project-manager': 3 };

/** The strongest role that assignments on the task or above it give, if any. */
export function roleOn(grants: Grants, lineage: readonly TaskId[]): ProjectRole | undefined {
  const roles = lineage.flatMap((task) => grants.assigned.get(task) ?? []);
  return roles.sort((a, b) => rank[b] - rank[a])[0];
}

/**
 * The one policy of the house. Tracking follows assignment alone, whatever the account role
 * (rule 2); managing a branch is for administrators and for its project managers.
 */
export function may(grants: Grants, action: Action): boolean {
  switch (action.do) {
    case 'manage-account':
    case 'manage-members':
    case 'manage-integrations':
    case 'see-whole-tree':
      return grants.role === 'administrator';
    case 'add-project':
      return grants.role !== 'user';
    case 'manage-tags':
      return grants.role !== 'user' || [...grants.assigned.values()].includes('project-manager');
    case 'change-time':
      return action.whose === 'own' || grants.role === 'administrator';
    case 'see-time':
      return (
        may(grants, { do: 'change-time', whose: action.whose }) ||
        (grants.role === 'supervisor' && action.whose === 'own-people') ||
        may(grants, { do: 'manage-branch', lineage: action.lineage ?? [] })
      );
    case 'track':
      return roleOn(grants, action.lineage) !== undefined;
    case 'add-below':
      return (
        grants.role === 'administrator' || rankOn(grants, action.lineage) >= rank['regular-user']
      );
    case 'manage-branch':
      return (
        grants.role === 'administrator' || rankOn(grants, action.lineage) >= rank['project-manager']
      );
  }
}

function rankOn(grants: Grants, lineage: readonly TaskId[]): number {
  const role = roleOn(grants, lineage);
  return role === undefined ? 0 : rank[role];
}
