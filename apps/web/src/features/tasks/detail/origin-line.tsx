import { Anchor, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconExternalLink } from '@tabler/icons-react';
import type { Task } from '@timegrove/contract/tasks.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { said } from '../../../shell/said.ts';
import { useProvider } from '../../integrations/queries.ts';
import { ReadOnlyHint } from '../read-only-hint.tsx';
import { WhyHere } from './why-here.tsx';
import { isWebAddress } from '../vendor-link.tsx';

type Source = NonNullable<Task['source']>;

interface OriginLineProps {
  readonly taskId: TaskId;
  readonly source: Source;
}

/** Says which vendor a task comes from, and what that means. */
export function OriginLine({ taskId, source }: OriginLineProps) {
  const provider = useProvider(source.provider);
  const vendor = provider?.name ?? source.provider;
  // The root made for the vendor is none of its levels.
  const what = provider?.levels.find((level) => level.kind === source.kind);
  return (
    <div className="detail-origin">
      <Text size="sm">
        <OriginWords vendor={vendor} what={what && said(what.words.one)} linked={source.readOnly} />
        {isWebAddress(source.url) && (
          <Anchor
            underline="always"
            href={source.url}
            target="_blank"
            rel="noreferrer"
            ms="xs"
            size="sm"
          >
            <Trans>Open there</Trans> <IconExternalLink size={13} aria-hidden />
          </Anchor>
        )}
      </Text>
      {source.readOnly && <ReadOnlyHint source={source} />}
      <WhyHere taskId={taskId} vendor={vendor} />
    </div>
  );
}

interface OriginWordsProps {
  readonly vendor: string;
  readonly what: string | undefined;
  readonly linked: boolean;
}

function OriginWords({ vendor, what, linked }: OriginWordsProps) {
  if (what === undefined) {
    return linked ? (
      <Trans>Everything from {vendor} lies below this</Trans>
    ) : (
      <Trans>Once made for {vendor}; now an ordinary task</Trans>
    );
  }
  return linked ? (
    <Trans>
      A {what} from {vendor}
    </Trans>
  ) : (
    <Trans>
      Once a {what} from {vendor}; now an ordinary task
    </Trans>
  );
}
