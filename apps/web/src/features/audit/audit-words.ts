import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { Audited } from '@timegrove/contract/audit.ts';

/** The kinds of things as people call them. */
export const thingWords: Readonly<Record<Audited['thing'], MessageDescriptor>> = {
  account: msg`Account`,
  member: msg`Member`,
  invitation: msg`Invitation`,
  group: msg`Group`,
  token: msg`API token`,
  task: msg`Task`,
  tag: msg`Tag`,
  entry: msg`Time`,
  integration: msg`Integration`,
  run: msg`Synchronization`,
};

/** What was done, as people call it. */
export const actionWords: Readonly<Record<Audited['action'], MessageDescriptor>> = {
  added: msg`added`,
  changed: msg`changed`,
  deleted: msg`deleted`,
  undeleted: msg`brought back`,
  split: msg`split`,
  merged: msg`merged`,
  restored: msg`restored`,
  archived: msg`archived`,
  moved: msg`moved`,
  assigned: msg`assigned`,
  unassigned: msg`unassigned`,
  invited: msg`invited`,
  revoked: msg`revoked`,
  enabled: msg`enabled`,
  're-enabled': msg`re-enabled`,
  unlinked: msg`unlinked`,
  approved: msg`approved`,
  cancelled: msg`cancelled`,
};

/** The fields in which something was changed, as people call them. */
export const fieldWords: Readonly<Record<string, MessageDescriptor>> = {
  name: msg`Name`,
  role: msg`Role`,
  active: msg`Active`,
  members: msg`Members`,
  selection: msg`Selection`,
  archiveTasks: msg`Imported tasks archived`,
  currency: msg`Currency`,
  zone: msg`Time zone`,
  weekStart: msg`The week begins on`,
  roundingMinutes: msg`Show durations rounded to`,
  entriesByHand: msg`Time can be added by hand`,
  overlapsAllowed: msg`Time may overlap`,
  lockAfterDays: msg`Lock time older than`,
  longTimerHours: msg`Ask about a timer after`,
  task: msg`Task`,
  startedAt: msg`Start`,
  stoppedAt: msg`End`,
  note: msg`Note`,
  billable: msg`Billable`,
  tags: msg`Tags`,
  tagIds: msg`Tags`,
  deleted: msg`Deleted`,
};
