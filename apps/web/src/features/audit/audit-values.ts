/** A value of the audit log by what a person reads in it. */
export type AuditValue =
  | { readonly is: 'nothing' | 'everything' }
  | { readonly is: 'answer'; readonly yes: boolean }
  | { readonly is: 'names'; readonly names: readonly string[] }
  /** Things that are known by their ids only. */
  | { readonly is: 'things'; readonly count: number }
  | { readonly is: 'moment'; readonly at: Date }
  | { readonly is: 'weekday'; readonly nth: number }
  | { readonly is: 'length'; readonly count: number; readonly unit: Unit }
  | { readonly is: 'text'; readonly text: string };

type Unit = 'minute' | 'hour' | 'day';

const units: Readonly<Record<string, Unit>> = {
  roundingMinutes: 'minute',
  longTimerHours: 'hour',
  lockAfterDays: 'day',
};

/** The fields in which it means something that there is nothing. */
export const saysNothing: ReadonlySet<string> = new Set(['task', 'stoppedAt', 'lockAfterDays']);

/** Reads a value of the audit log; what it means depends on the field that it stands in. */
export function readAuditValue(field: string, value: unknown): AuditValue {
  if (value === null || value === '') return { is: 'nothing' };
  if (typeof value === 'boolean') return { is: 'answer', yes: value };
  if (typeof value === 'number') return readNumber(field, value);
  if (Array.isArray(value)) return readList(value.map(String));
  if (typeof value === 'object') return readSelection(value);
  return typeof value === 'string' ? readText(field, value) : { is: 'nothing' };
}

function readText(field: string, text: string): AuditValue {
  if (field === 'startedAt' || field === 'stoppedAt') return { is: 'moment', at: new Date(text) };
  if (field === 'selection' && text === 'all') return { is: 'everything' };
  return { is: 'text', text };
}

function readNumber(field: string, count: number): AuditValue {
  if (field === 'weekStart') return { is: 'weekday', nth: count };
  const unit = units[field];
  if (unit === undefined) return { is: 'text', text: String(count) };
  // Rounding to no minutes is none; a lock after no days is one.
  return unit === 'minute' && count === 0 ? { is: 'nothing' } : { is: 'length', count, unit };
}

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readList(items: readonly string[]): AuditValue {
  if (items.length === 0) return { is: 'nothing' };
  const known = items.every((item) => !id.test(item));
  return known ? { is: 'names', names: items } : { is: 'things', count: items.length };
}

/** What to import was once written down with the vendor's ids. */
function readSelection(value: object): AuditValue {
  const ids = 'ids' in value && Array.isArray(value.ids) ? value.ids.length : 0;
  return ids === 0 ? { is: 'everything' } : { is: 'things', count: ids };
}

/** Splits what an entry was called in the log into whose it was and the day, `Kim, 2026-03-02`. */
export function readEntryName(name: string): { readonly member: string; readonly day: string } {
  const [, member = name, day = ''] = /^(.*), (\d{4}-\d\d-\d\d)$/s.exec(name) ?? [];
  return { member, day };
}
