import { Button, Skeleton, Text, TextInput, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Output } from '@timegrove/contract/endpoint.ts';
import type { explainAbsence } from '@timegrove/contract/explanations.ts';
import { useState, type SyntheticEvent } from 'react';
import { withMoments } from '../../../shell/moments.ts';
import { Notice } from '../../../shell/notice.tsx';
import { sentenceOf } from '../../../shell/refusal.ts';
import { absenceQuery } from '../queries.ts';
import { useReasonWords } from '../reason-words.ts';
import { When } from '../when.tsx';
import type { SettingsProps } from './integration-settings.tsx';
import { Tag } from '../../../shell/tag.tsx';

type Answer = Output<typeof explainAbsence>;

/** Answers why something is not in the tree, by its name at the vendor. */
export function WhyNotHere({ provider, integration }: SettingsProps) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState('');
  const { data, error, isFetching } = useQuery(absenceQuery(integration.id, asked));
  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    setAsked(name.trim());
  }
  return (
    <section className="why-not">
      <Title order={2}>
        <Trans>Why is it not here?</Trans>
      </Title>
      <form className="why-not-form" onSubmit={onSubmit}>
        <TextInput
          aria-label={t`Name in ${provider.name}`}
          placeholder={t`Name in ${provider.name}`}
          maxLength={1000}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={isFetching} disabled={name.trim() === ''}>
          <Trans>Explain</Trans>
        </Button>
      </form>
      <div aria-live="polite">
        {error && <Notice kind="danger">{sentenceOf(error)}</Notice>}
        {asked !== '' && !data && !error && <Skeleton height={32} />}
        {data && asked !== '' && <AnswerList answer={data} vendor={provider.name} asked={asked} />}
      </div>
    </section>
  );
}

interface AnswerListProps {
  readonly answer: Answer;
  readonly vendor: string;
  readonly asked: string;
}

function AnswerList({ answer, vendor, asked }: AnswerListProps) {
  const { sightings, lastRead, notSelected } = answer;
  const left = notSelected.slice(0, 20).join(', ');
  return (
    <>
      {sightings.length === 0 && (
        <Notice kind="hint">
          <Trans>
            Nothing called “<bdi>{asked}</bdi>” was seen: the owner’s credential does not see it, or
            something above it is not imported.
          </Trans>{' '}
          {left !== '' && (
            <Trans>
              Not ticked: <bdi>{left}</bdi>.
            </Trans>
          )}
        </Notice>
      )}
      <ul className="changes">
        {sightings.map((sighting, index) => (
          <li key={index}>
            <SightingLine sighting={sighting} vendor={vendor} />
          </li>
        ))}
      </ul>
      {lastRead && (
        <Text size="xs" c="dimmed" mt={4}>
          <Trans>
            By what was read on <When at={lastRead.at} />.
          </Trans>{' '}
          {lastRead.reason !== null && withMoments(lastRead.reason)}
        </Text>
      )}
    </>
  );
}

interface SightingLineProps {
  readonly sighting: Answer['sightings'][number];
  readonly vendor: string;
}

function SightingLine({ sighting, vendor }: SightingLineProps) {
  const { t } = useLingui();
  const reason = useReasonWords(vendor);
  const here = sighting.verdict === 'here';
  return (
    <>
      <span className="change-line">
        <bdi className="change-name" title={sighting.name}>
          {sighting.name}
        </bdi>
        <Tag tone={here ? 'good' : 'quiet'}>{here ? t`here` : reason(sighting.verdict)}</Tag>
      </span>
      <Text size="xs" c="dimmed" truncate>
        {sighting.path.join(' › ')}
      </Text>
    </>
  );
}
