import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** The work of scrypt: N, a power of two. With r = 8 and p = 3 this is one of OWASP's settings. */
export const usualPasswordCost = 2 ** 15;

const blockSize = 8;
const parallelization = 3;
const keyLength = 64;
const maximalCost = 2 ** 20;

/** Hashes a password off the event loop; the cost and the salt are part of the result. */
export async function hashPassword(password: string, cost = usualPasswordCost): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Tells whether a password is the one that was hashed, whatever the cost was then. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [scheme, cost, salt, key] = hash.split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) return false;
  const wanted = Buffer.from(key, 'base64url');
  if (wanted.length !== keyLength || !isCost(Number(cost))) return false;
  const found = await derive(password, Buffer.from(salt, 'base64url'), Number(cost));
  return timingSafeEqual(wanted, found);
}

/** A power of two that this server is willing to work for. */
function isCost(cost: number): boolean {
  return Number.isInteger(Math.log2(cost)) && cost > 1 && cost <= maximalCost;
}

async function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options: ScryptOptions = {
    N: cost,
    r: blockSize,
    p: parallelization,
    // Twice what the algorithm itself takes.
    maxmem: 256 * blockSize * (cost + parallelization),
  };
  return new Promise((resolve, reject) => {
    // The same letters can be typed composed or decomposed, depending on the keyboard.
    scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
