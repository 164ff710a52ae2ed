import { useLingui } from '@lingui/react/macro';
import type { Audited } from '@timegrove/contract/audit.ts';
import { AuditValue } from './audit-value.tsx';
import { readAuditValue, saysNothing } from './audit-values.ts';
import { fieldWords } from './audit-words.ts';

/** Each field that was changed, before and after. */
export function AuditChanges({ audited }: { readonly audited: Audited }) {
  const { i18n } = useLingui();
  // What becomes of a task is who can track there; the fields are the names of people.
  const nameOf = (field: string): string => {
    const words = audited.thing === 'task' ? undefined : fieldWords[field];
    return words === undefined ? field : i18n._(words);
  };
  const fields = Object.entries(audited.changes).filter(([field, { before, after }]) =>
    [before, after].some((value) => readAuditValue(field, value).is !== 'nothing'),
  );
  if (fields.length === 0) return null;
  return (
    <dl className="audit-changes">
      {fields.map(([field, change]) => (
        <div key={field}>
          <dt>
            <bdi>{nameOf(field)}</bdi>
          </dt>
          <dd>
            {audited.action !== 'added' && tells(field, change.before) && (
              <>
                <del>
                  <AuditValue field={field} value={change.before} />
                </del>{' '}
                →{' '}
              </>
            )}
            <ins>
              <AuditValue field={field} value={change.after} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Whether what was before says something; that there was nothing does so in few fields. */
function tells(field: string, before: unknown): boolean {
  return saysNothing.has(field) || readAuditValue(field, before).is !== 'nothing';
}
