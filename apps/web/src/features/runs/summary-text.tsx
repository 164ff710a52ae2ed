import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { withMoments } from '../../shell/moments.ts';
import type { Changes, Summary } from './run-summary.ts';

/** How a synchronization stands, in one line. */
export function SummaryText({ summary }: { summary: Summary }) {
  if (summary.state === 'nothing') return <Trans>No integration to synchronize</Trans>;
  if (summary.state === 'under-way') return <UnderWay {...summary} />;
  if (summary.problems.length > 0) return summary.problems.map(withMoments).join(' ');
  return <UpToDate changes={summary.changes} />;
}

function UnderWay({ progress, read }: Extract<Summary, { state: 'under-way' }>) {
  if (progress !== null) {
    return (
      <Trans>
        Applying {progress.done} of {progress.total} changes…
      </Trans>
    );
  }
  if (read > 0) return <Trans>Reading, {read} items so far…</Trans>;
  return <Trans>Synchronizing…</Trans>;
}

function UpToDate({ changes }: { changes: Changes }) {
  const { t } = useLingui();
  const { created, renamed, moved, archived, restored } = changes;
  const parts = [
    created > 0 && plural(created, { one: '# created', other: '# created' }),
    renamed > 0 && plural(renamed, { one: '# renamed', other: '# renamed' }),
    moved > 0 && plural(moved, { one: '# moved', other: '# moved' }),
    archived > 0 && plural(archived, { one: '# archived', other: '# archived' }),
    restored > 0 && plural(restored, { one: '# restored', other: '# restored' }),
  ].filter((part) => part !== false);
  return [t`Up to date`, parts.length === 0 ? t`nothing changed` : parts.join(', ')].join(' · ');
}
