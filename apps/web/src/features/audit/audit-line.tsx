import { Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Audited } from '@timegrove/contract/audit.ts';
import { Tag } from '../../shell/tag.tsx';
import { fieldText, valueText } from './audit-values.ts';
import { actionWords, thingWords } from './audit-words.ts';

/** One thing that was done, with each field that it changed. */
export function AuditLine({ audited }: { readonly audited: Audited }) {
  const { i18n } = useLingui();
  return (
    <li className="audit-line">
      <div className="audit-head">
        <Tag tone="quiet">{i18n._(thingWords[audited.thing])}</Tag>
        <Text span size="sm" fw={500}>
          <bdi>{audited.name}</bdi>
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
      <Changes changes={audited.changes} />
    </li>
  );
}

function Changes({ changes }: Pick<Audited, 'changes'>) {
  const fields = Object.entries(changes);
  if (fields.length === 0) return null;
  return (
    <dl className="audit-changes">
      {fields.map(([field, { before, after }]) => (
        <div key={field}>
          <dt>{fieldText(field)}</dt>
          <dd>
            <del>{valueText(before)}</del> → <ins>{valueText(after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
