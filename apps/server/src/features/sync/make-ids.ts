import { randomFillSync } from 'node:crypto';
import { uuidV7, type Id } from '@timegrove/domain/id.ts';

const bytesEach = 10;
const idsAtOnce = 1000;

/** Makes fresh ids in great numbers; asking the system for randomness for each would take most of the time. */
export function makeIds<Kind extends string>(): () => Id<Kind> {
  const random = new Uint8Array(bytesEach * idsAtOnce);
  let used = random.length;
  return () => {
    if (used === random.length) {
      randomFillSync(random);
      used = 0;
    }
    used += bytesEach;
    return uuidV7<Kind>(Date.now(), random.subarray(used - bytesEach, used));
  };
}
