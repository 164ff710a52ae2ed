/** What the screen can show of the people. */
export const peopleTabs = ['members', 'groups', 'invitations'] as const;
