import { useLingui } from '@lingui/react/macro';
import type { SkipReason } from '@timegrove/domain/tree/plan.ts';
import type { ArchivedReason } from '@timegrove/domain/tree/task.ts';

type Reason = SkipReason | ArchivedReason;

/** Gives the way to say in words why something was archived or left out; unknown reasons stay. */
export function useReasonWords(vendor: string): (reason: string) => string {
  const { t } = useLingui();
  const words: Readonly<Record<Reason, string>> = {
    archived: t`archived in ${vendor}`,
    deleted: t`deleted in ${vendor}`,
    completed: t`done in ${vendor}`,
    'not-selected': t`not selected`,
    'no-parent': t`what it lies in does not come in`,
    'not-visible': t`not visible to the owner`,
    'not-read-completely': t`this part could not be read completely`,
    'no-feature': t`no longer part of the plan in ${vendor}; stays as it is`,
    'by-hand': t`archived by hand`,
    'with-parent': t`what it lies in is archived`,
    'archived-at-vendor': t`archived in ${vendor}`,
    'deleted-at-vendor': t`deleted in ${vendor}`,
    'completed-at-vendor': t`done in ${vendor}`,
    'absent-at-vendor': t`no longer to be found in ${vendor}`,
    unlinked: t`the integration was unlinked`,
  };
  const byName = new Map<string, string>(Object.entries(words));
  return (reason) => byName.get(reason) ?? reason;
}
