import { browser as found } from '@wxt-dev/browser';
import type { Browser } from '@wxt-dev/browser/src/gen/index.d.ts';

/** What the browser offers to an extension, by one name in all browsers. */
export const browser: typeof Browser = found;

export type { Browser };
