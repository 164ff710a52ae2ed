import { Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Audited } from '@timegrove/contract/audit.ts';
import { Tag } from '../../shell/tag.tsx';
import { AuditChanges } from './audit-changes.tsx';
import { readEntryName } from './audit-values.ts';
import { actionWords, thingWords } from './audit-words.ts';

/** One thing that was done, with each field that it changed. */
export function AuditLine({ audited }: { readonly audited: Audited }) {
  const { i18n } = useLingui();
  return (
    <li className="audit-line">
      <div className="audit-head">
        <Tag tone="quiet">{i18n._(thingWords[audited.thing])}</Tag>
        <Text span size="sm" fw={500}>
          <Name audited={audited} />
        </Text>
        <Text span size="sm">
          {i18n._(actionWords[audited.action])}
        </Text>
        <Text span size="xs" c="dimmed" className="audit-who numbers">
          <bdi>{audited.by.name}</bdi> ·{' '}
          <time dateTime={audited.at}>
            {i18n.date(audited.at, { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
        </Text>
      </div>
      <AuditChanges audited={audited} />
    </li>
  );
}

/** How the thing was called; time by whose it is and its day. */
function Name({ audited: { thing, name } }: { readonly audited: Audited }) {
  const { i18n } = useLingui();
  if (thing !== 'entry') return <bdi>{name}</bdi>;
  const { member, day } = readEntryName(name);
  const date = day && i18n.date(day, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <>
      <bdi>{member}</bdi>
      {date && `, ${date}`}
    </>
  );
}
