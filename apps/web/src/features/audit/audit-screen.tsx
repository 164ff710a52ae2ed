import { Button, NativeSelect, Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { auditThings } from '@timegrove/contract/audit.ts';
import { useState } from 'react';
import { NothingYet } from '../../shell/nothing-yet.tsx';
import { Page } from '../../shell/page.tsx';
import { Unexpected } from '../../shell/unexpected-screen.tsx';
import { AuditLine } from './audit-line.tsx';
import { thingWords } from './audit-words.ts';
import { auditQuery, type AuditFilter } from './queries.ts';
import './audit.css';

/** What was done in the account, by whom, and what it changed. */
export function AuditScreen() {
  const { t } = useLingui();
  const [thing, setThing] = useState<AuditFilter>(null);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQuery(thing),
  );
  const audited = data?.pages.flatMap((page) => page.audited);
  return (
    <Page
      title={t`Audit log`}
      hint={t`What administrators did, and who changed time of others`}
      actions={<ThingSelect value={thing} onChange={setThing} />}
    >
      {error && !data && <Unexpected error={error} reset={() => void refetch()} />}
      {!data && !error && (
        <Stack gap="lg" py="sm" aria-busy>
          <Skeleton height={16} width="58%" />
          <Skeleton height={16} width="46%" />
        </Stack>
      )}
      {audited?.length === 0 && (
        <NothingYet icon={<IconHistory size={24} />} title={t`Nothing yet`}>
          <Trans>
            As soon as somebody changes people, settings or integrations, it stands here.
          </Trans>
        </NothingYet>
      )}
      <ol className="audit">
        {audited?.map((one) => (
          <AuditLine key={one.id} audited={one} />
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show older</Trans>
        </Button>
      )}
    </Page>
  );
}

interface ThingSelectProps {
  readonly value: AuditFilter;
  readonly onChange: (thing: AuditFilter) => void;
}

function ThingSelect({ value, onChange }: ThingSelectProps) {
  const { t, i18n } = useLingui();
  return (
    <NativeSelect
      aria-label={t`Show`}
      value={value ?? ''}
      data={[
        { value: '', label: t`Everything` },
        ...auditThings.map((thing) => ({ value: thing, label: i18n._(thingWords[thing]) })),
      ]}
      onChange={(event) =>
        onChange(auditThings.find((thing) => thing === event.currentTarget.value) ?? null)
      }
    />
  );
}
