import { Refused } from '@timegrove/contract/client.ts';
import type { Refusal } from '@timegrove/contract/errors.ts';

/** Waits for a request to be refused and gives the refusal; anything else is a failure of the test. */
export async function refusalOf(asked: Promise<unknown>): Promise<Refusal & { status: number }> {
  try {
    const answer = await asked;
    throw new Error(`expected a refusal, got ${JSON.stringify(answer)}`);
  } catch (error) {
    if (error instanceof Refused) return { ...error.refusal, status: error.status };
    throw error;
  }
}
