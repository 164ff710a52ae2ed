import { makeClient } from '@timegrove/contract/client.ts';

/** The typed client of the server that this page came from. */
export const api = makeClient({ server: '', fetch: (input, init) => fetch(input, init) });
