declare const brand: unique symbol;

/** A string that is known to be the id of one kind of thing, so that two kinds cannot be mixed up. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type AccountId = Id<'account'>;
export type UserId = Id<'user'>;
export type MemberId = Id<'member'>;
export type InvitationId = Id<'invitation'>;
export type TaskId = Id<'task'>;
export type EntryId = Id<'entry'>;
export type IntegrationId = Id<'integration'>;
export type RunId = Id<'run'>;
export type MailId = Id<'mail'>;
export type TagId = Id<'tag'>;
export type GroupId = Id<'group'>;
export type TokenId = Id<'token'>;
export type AuditId = Id<'audit'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Tells whether a value is a UUID in lower case, the form of every id in Timegrove. */
export function isId<Kind extends string>(value: unknown): value is Id<Kind> {
  return typeof value === 'string' && uuid.test(value);
}

/**
 * Makes a UUIDv7 (RFC 9562): 48 bits of time, then randomness, so that ids sort by creation.
 * @param milliseconds since 1970-01-01T00:00Z
 * @param random at least 10 random bytes
 */
export function uuidV7<Kind extends string>(milliseconds: number, random: Uint8Array): Id<Kind> {
  const time = Math.trunc(milliseconds).toString(16).padStart(12, '0');
  const hex = Array.from(random.slice(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  const variant = (8 + (Number.parseInt(hex.charAt(3), 16) % 4)).toString(16);
  const id = `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
  if (!isId<Kind>(id))
    throw new RangeError('uuidV7 needs a positive time and at least 10 random bytes');
  return id;
}
