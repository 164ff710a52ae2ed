/** What a member may do in the account. */
export const accountRoles = ['administrator', 'supervisor', 'user'] as const;
export type AccountRole = (typeof accountRoles)[number];

/** What an assignment lets a member do on the task and on everything below it. */
export const projectRoles = ['project-manager', 'regular-user', 'guest'] as const;
export type ProjectRole = (typeof projectRoles)[number];

/** Where an assignment comes from: made by an integration's rule, or by a person. */
export type AssignmentOrigin = 'rule' | 'hand';
