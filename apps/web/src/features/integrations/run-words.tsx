import { Trans, useLingui } from '@lingui/react/macro';
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

/** How a run stands, in words, with the colour of its badge. */
export function useRunStateWords(): Readonly<
  Record<Run['state'], { readonly words: string; readonly color: string }>
> {
  const { t } = useLingui();
  return {
    waiting: { words: t`Waiting`, color: 'gray' },
    reading: { words: t`Reading`, color: 'blue' },
    applying: { words: t`Applying`, color: 'blue' },
    done: { words: t`Done`, color: 'grove' },
    partial: { words: t`Partial`, color: 'yellow' },
    held: { words: t`Held`, color: 'orange' },
    previewed: { words: t`Preview`, color: 'gray' },
    failed: { words: t`Failed`, color: 'red' },
    cancelled: { words: t`Cancelled`, color: 'gray' },
  };
}

/** What was done to a task, in one word, with the colour of its badge. */
export function useActionWords(): Readonly<
  Record<Change['action'], { readonly words: string; readonly color: string }>
> {
  const { t } = useLingui();
  return {
    created: { words: t`new`, color: 'grove' },
    renamed: { words: t`renamed`, color: 'blue' },
    moved: { words: t`moved`, color: 'violet' },
    restored: { words: t`restored`, color: 'teal' },
    archived: { words: t`archived`, color: 'orange' },
    skipped: { words: t`skipped`, color: 'gray' },
  };
}
