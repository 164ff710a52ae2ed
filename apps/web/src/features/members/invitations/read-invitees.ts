import { email as emailAddress } from '@timegrove/contract/fields.ts';
import { foldEmail } from '@timegrove/domain/people/email.ts';
import type { AccountRole } from '@timegrove/domain/people/role.ts';
import papa from 'papaparse';

/** Somebody who is to be invited, and on which line that stands. */
export interface Invitee {
  readonly line: number;
  readonly email: string;
  readonly role: AccountRole;
}

/** Why something on a line cannot be used. */
export interface Problem {
  readonly line: number;
  readonly what: 'address' | 'role' | 'twice' | 'no-address';
  readonly text: string;
}

/** What a list says. */
export interface Reading {
  readonly invitees: readonly Invitee[];
  readonly problems: readonly Problem[];
}

/** More are not invited at a time. */
export const mostInvitees = 500;
/** A larger file is not read. */
export const mostBytes = 256 * 1024;

type RoleOf = (word: string) => AccountRole | undefined;

/**
 * Reads addresses as people keep them: one per line, several on a line, or the columns of a
 * spreadsheet, where a role may stand beside the address. A line of headings is passed over.
 */
export function readInvitees(text: string, usual: AccountRole, roleOf: RoleOf): Reading {
  const { data } = papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const found = data.flatMap((cells, at) => readLine(cells, at + 1, usual, roleOf));
  const seen = new Set<string>();
  const read = found.map((one): Invitee | Problem => {
    if ('what' in one) return one;
    if (seen.has(one.email)) return { line: one.line, what: 'twice', text: one.email };
    seen.add(one.email);
    return one;
  });
  return {
    invitees: read.filter((one) => 'email' in one),
    problems: read.filter((one) => 'what' in one),
  };
}

/** No address holds a tab or a semicolon, so where there is one, it stands between the cells. */
function delimiterOf(text: string): string {
  return ['\t', ';'].find((sign) => text.includes(sign)) ?? ',';
}

function readLine(
  row: readonly string[],
  line: number,
  usual: AccountRole,
  roleOf: RoleOf,
): (Invitee | Problem)[] {
  const cells = row.map((cell) => cell.trim()).filter(Boolean);
  const addresses = cells.filter((cell) => cell.includes('@'));
  const others = cells.filter((cell) => !cell.includes('@'));
  if (cells.length === 0 || isHeading(others, addresses)) return [];
  if (addresses.length === 0) return [{ line, what: 'no-address', text: cells.join(', ') }];
  const unknown = others.find((word) => roleOf(word.toLowerCase()) === undefined);
  if (unknown !== undefined) return [{ line, what: 'role', text: unknown }];
  const role = roleOf(others[0]?.toLowerCase() ?? '') ?? usual;
  return addresses
    .flatMap((cell) => cell.split(/\s+/).filter((part) => part.includes('@')))
    .map((part) => {
      // As mail programs copy it: Ada Linden <ada@team.example>
      const email = foldEmail(part.replace(/^<|>$/g, ''));
      return emailAddress.safeParse(email).success
        ? { line, email, role }
        : { line, what: 'address', text: part };
    });
}

function isHeading(words: readonly string[], addresses: readonly string[]): boolean {
  return addresses.length === 0 && words.some((word) => /^e-?mail\b/i.test(word));
}
