import { BadAnswer } from './network-reason.ts';

const mostBytes = 64 * 1024 * 1024;

/** Reads the body of an answer as text; an answer above 64 MB is given up, so that none fills the memory. */
export async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > mostBytes) throw new BadAnswer('the answer is larger than 64 MB');
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}
