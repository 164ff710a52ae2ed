import { Trans, useLingui } from '@lingui/react/macro';
import type { Task } from '@timegrove/contract/tasks.ts';
import type { ArchivedReason as Reason } from '@timegrove/domain/tree/task.ts';
import { useProvider } from '../../integrations/queries.ts';

/** Says in words why and when a task was archived. */
export function ArchivedReason({ task }: { readonly task: Pick<Task, 'archived' | 'source'> }) {
  const { i18n } = useLingui();
  const known = useProvider(task.source?.provider)?.name;
  if (task.archived === null) return null;
  const vendor = known ?? task.source?.provider ?? '';
  const day = i18n.date(task.archived.at, { dateStyle: 'medium' });
  return (
    <span className="task-path">
      <ReasonWords reason={task.archived.reason} vendor={vendor} /> · {day}
    </span>
  );
}

interface ReasonWordsProps {
  readonly reason: Reason;
  readonly vendor: string;
}

/** The reason alone, in words. */
function ReasonWords({ reason, vendor }: ReasonWordsProps) {
  switch (reason) {
    case 'by-hand':
      return <Trans>Archived here</Trans>;
    case 'with-parent':
      return <Trans>Archived with the task above it</Trans>;
    case 'archived-at-vendor':
      return <Trans>Archived in {vendor}</Trans>;
    case 'deleted-at-vendor':
      return <Trans>Deleted in {vendor}</Trans>;
    case 'completed-at-vendor':
      return <Trans>Done in {vendor}</Trans>;
    case 'absent-at-vendor':
      return <Trans>No longer to be found in {vendor}</Trans>;
    case 'not-selected':
      return <Trans>Not selected for import from {vendor}</Trans>;
    case 'unlinked':
      return <Trans>Archived when {vendor} was unlinked</Trans>;
  }
}
