import { z } from 'zod';

// The Content-Security-Policy forbids eval, which zod tries for faster parsers when the first shape is
// written down. Therefore this is imported before everything else that knows zod.
z.config({ jitless: true });
