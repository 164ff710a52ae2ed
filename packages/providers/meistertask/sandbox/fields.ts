import type { ApiCall } from '../../kit/sandbox/simulator.ts';
import { ApiError } from './answers.ts';

/** A text of the body. @throws ApiError 400 in the vendor's words when it is missing */
export function textIn(call: ApiCall, field: string): string {
  const value = call.body[field];
  if (typeof value === 'string' && value !== '') return value;
  throw new ApiError(400, `Required parameter ${field} is missing`);
}

/** A number of the body; forms send it as text. @throws ApiError 400 */
export function numberIn(call: ApiCall, field: string): number {
  const value = Number(call.body[field]);
  if (Number.isInteger(value)) return value;
  throw new ApiError(400, `Parameter ${field} is invalid`);
}
