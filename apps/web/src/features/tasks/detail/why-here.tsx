import { Skeleton, Text, UnstyledButton } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Explanation } from '@timegrove/contract/explanations.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { useState, type ReactNode } from 'react';
import { sentenceOf } from '../../../shell/refusal.ts';
import { said } from '../../../shell/said.ts';
import { TriggerWords } from '../../integrations/run-words.tsx';
import { When } from '../../integrations/when.tsx';
import { explanationQuery } from '../queries.ts';

interface WhyHereProps {
  readonly taskId: TaskId;
  /** The vendor's name. */
  readonly vendor: string;
}

/** Answers why an imported task is here, once it is asked. */
export function WhyHere({ taskId, vendor }: WhyHereProps) {
  const [asked, setAsked] = useState(false);
  return (
    <div className="why-here">
      <UnstyledButton
        className="why-here-ask"
        aria-expanded={asked}
        onClick={() => setAsked(!asked)}
      >
        <Trans>Why is it here?</Trans>
      </UnstyledButton>
      {asked && <Answer taskId={taskId} vendor={vendor} />}
    </div>
  );
}

function Answer({ taskId, vendor }: WhyHereProps) {
  const { data, error } = useQuery(explanationQuery(taskId));
  if (error && !data) return <Text size="xs">{sentenceOf(error)}</Text>;
  if (data === undefined) return <Skeleton height={12} my={6} />;
  return (
    <ul>
      <Item>
        {data.linked ? (
          <Trans>
            It is number {data.item.remoteId} in {vendor}, seen with the credential of{' '}
            <bdi>{data.owner ?? '–'}</bdi>.
          </Trans>
        ) : (
          <Trans>
            It was number {data.item.remoteId} in {vendor}; the integration is unlinked now.
          </Trans>
        )}
      </Item>
      {data.linked && data.selection !== null && (
        <Item>
          {data.selection === 'all' ? (
            <Trans>Everything is selected for import.</Trans>
          ) : (
            <Trans>What it lies in was ticked for import.</Trans>
          )}
        </Item>
      )}
      {data.madeBy && (
        <Item>
          <Trans>
            It came in on <When at={data.madeBy.at} />:
          </Trans>{' '}
          <TriggerWords trigger={data.madeBy.trigger} />
        </Item>
      )}
      {data.lastChange && <LastChange change={data.lastChange} />}
    </ul>
  );
}

function Item({ children }: { readonly children: ReactNode }) {
  return (
    <Text component="li" size="xs">
      {children}
    </Text>
  );
}

function LastChange({ change }: { readonly change: NonNullable<Explanation['lastChange']> }) {
  if (change.action === 'created') return null;
  return (
    <Item>
      <Trans>
        Last change on <When at={change.at} />:
      </Trans>{' '}
      {change.before !== null && change.after !== null ? (
        <>
          <bdi>{change.before}</bdi> → <bdi>{change.after}</bdi>
        </>
      ) : (
        said(change.action)
      )}
    </Item>
  );
}
