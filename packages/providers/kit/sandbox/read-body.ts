import { z } from 'zod';

const record = z.record(z.string(), z.unknown());

/** Reads the body of a request from JSON or from a form; {} where it has neither. */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const text = request.method === 'GET' ? '' : await request.text();
  if (text === '') return {};
  if (request.headers.get('content-type')?.includes('json') !== true)
    return Object.fromEntries(new URLSearchParams(text));
  try {
    return record.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}
