import { uuidV7, type Id } from '@timegrove/domain/id.ts';

/** Makes a fresh UUIDv7, on a client or on the server. */
export function newId<Kind extends string>(): Id<Kind> {
  return uuidV7<Kind>(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
