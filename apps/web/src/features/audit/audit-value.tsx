import { Trans, useLingui } from '@lingui/react/macro';
import { accountRoles, projectRoles } from '@timegrove/domain/people/role.ts';
import { said } from '../../shell/said.ts';
import { useWeekdays } from '../../shell/use-weekdays.ts';
import { readAuditValue } from './audit-values.ts';

interface AuditValueProps {
  readonly field: string;
  readonly value: unknown;
}

/** What stood in a field, as a person says it. */
export function AuditValue({ field, value }: AuditValueProps) {
  const { i18n } = useLingui();
  const weekdays = useWeekdays();
  const read = readAuditValue(field, value);
  switch (read.is) {
    case 'nothing':
      return <Nothing field={field} />;
    case 'everything':
      return <Trans>everything</Trans>;
    case 'answer':
      return read.yes ? <Trans>yes</Trans> : <Trans>no</Trans>;
    case 'names':
      return <bdi>{read.names.join(', ')}</bdi>;
    case 'things':
      return <Trans>{read.count} chosen</Trans>;
    case 'moment':
      return i18n.date(read.at, { dateStyle: 'medium', timeStyle: 'medium' });
    case 'weekday':
      return weekdays[read.nth - 1];
    case 'length':
      return i18n.number(read.count, { style: 'unit', unit: read.unit, unitDisplay: 'long' });
    case 'text':
      return <bdi>{roles.includes(read.text) ? said(read.text) : read.text}</bdi>;
  }
}

const roles: readonly string[] = [...accountRoles, ...projectRoles];

/** That there is nothing says something in some fields. */
function Nothing({ field }: Pick<AuditValueProps, 'field'>) {
  switch (field) {
    case 'task':
      return <Trans>No task</Trans>;
    case 'stoppedAt':
      return <Trans>running</Trans>;
    case 'lockAfterDays':
      return <Trans>never</Trans>;
    default:
      return '–';
  }
}
