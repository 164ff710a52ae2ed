import type { Endpoint } from '@timegrove/contract/endpoint.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

/** The parsed input of an endpoint. */
export interface Parsed<E extends Endpoint> {
  readonly params: z.output<E['params']>;
  readonly query: z.output<E['query']>;
  readonly body: z.output<E['body']>;
}

/** Parses a request strictly: unknown keys are refused. @throws DomainError input-invalid */
export function parseInput<E extends Endpoint>(endpoint: E, request: FastifyRequest): Parsed<E> {
  return {
    params: parsePart<E['params']>('params', endpoint.params, request.params),
    query: parsePart<E['query']>('query', endpoint.query, request.query),
    body: parsePart<E['body']>('body', endpoint.body, request.body ?? {}),
  };
}

function parsePart<S extends z.ZodType>(part: string, schema: S, value: unknown): z.output<S> {
  const parsed = z.safeParse(schema, value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path ?? [];
    const field = [part, ...path].map(String).join('.');
    const reason = valueAt(value, path) === undefined ? 'is missing' : issue?.message;
    throw new DomainError('input-invalid', { field, reason: reason ?? 'is wrong' });
  }
  const nul = findNul(value, part);
  if (nul !== undefined) {
    throw new DomainError('input-invalid', { field: nul, reason: 'must not hold a NUL character' });
  }
  return parsed.data;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
}

/** The database cannot store a NUL character, so it is refused here by the name of its field. */
function findNul(value: unknown, field: string): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? field : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = findNul(inner, `${field}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
