import { accountRoles, projectRoles } from '@timegrove/domain/people/role.ts';
import { said } from '../../shell/said.ts';

const words: readonly string[] = [...accountRoles, ...projectRoles, 'true', 'false'];

/** A value as it stands in the log; a role and a yes or no in the reader's language. */
export function valueText(value: unknown): string {
  if (value === null || value === '') return '–';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return words.includes(text) ? said(text) : text;
}

/** A field's name as words, e.g. `lockAfterDays` as `lock after days`. */
export function fieldText(field: string): string {
  return said(field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}
