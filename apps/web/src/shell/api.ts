import { makeClient } from '@timegrove/contract/client.ts';
import { z } from 'zod';

// The Content-Security-Policy forbids eval, which zod would otherwise try for faster parsers.
z.config({ jitless: true });

/** The typed client of the server that this page came from. */
export const api = makeClient({ server: '', fetch: (input, init) => fetch(input, init) });
