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
