import { Trans, useLingui } from '@lingui/react/macro';
import type { Tone } from '../../shell/tag.tsx';
import type { Change, Run } from '@timegrove/contract/runs.ts';

/** What started a run, in words. */
export function TriggerWords({ trigger }: { readonly trigger: Run['trigger'] }) {
  switch (trigger) {
    case 'enable':
      return <Trans>Enabled</Trans>;
    case 'save':
      return <Trans>Selection saved</Trans>;
    case 're-enable':
      return <Trans>Re-enabled</Trans>;
    case 'hourly':
      return <Trans>Hourly run</Trans>;
    case 'force':
      return <Trans>Force synchronization</Trans>;
    case 'approval':
      return <Trans>Approved change</Trans>;
    case 'preview':
      return <Trans>Preview</Trans>;
  }
}

/** How a run stands, in words, with the tone of its tag. */
export function useRunStateWords(): Readonly<
  Record<Run['state'], { readonly words: string; readonly tone: Tone }>
> {
  const { t } = useLingui();
  return {
    waiting: { words: t`Waiting`, tone: 'quiet' },
    reading: { words: t`Reading`, tone: 'busy' },
    applying: { words: t`Applying`, tone: 'busy' },
    done: { words: t`Done`, tone: 'good' },
    partial: { words: t`Partial`, tone: 'warning' },
    held: { words: t`Held`, tone: 'warning' },
    previewed: { words: t`Preview`, tone: 'quiet' },
    failed: { words: t`Failed`, tone: 'danger' },
    cancelled: { words: t`Cancelled`, tone: 'quiet' },
  };
}

/** What was done to a task, in one word, with the tone of its tag. */
export function useActionWords(): Readonly<
  Record<Change['action'], { readonly words: string; readonly tone: Tone }>
> {
  const { t } = useLingui();
  return {
    created: { words: t`created`, tone: 'good' },
    renamed: { words: t`renamed`, tone: 'busy' },
    moved: { words: t`moved`, tone: 'moved' },
    restored: { words: t`restored`, tone: 'good' },
    archived: { words: t`archived`, tone: 'warning' },
    skipped: { words: t`skipped`, tone: 'quiet' },
  };
}
