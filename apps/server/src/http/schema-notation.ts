import type { JsonSchema } from '@timegrove/contract/openapi-schemas.ts';

const place = /^#\/components\/schemas\//;

/** Writes a JSON Schema the way TypeScript would, which is shorter to read. */
export function notationOf(schema: JsonSchema | boolean | undefined, depth = 0): string {
  if (schema === undefined || typeof schema === 'boolean') return 'unknown';
  if (schema.$ref !== undefined) return schema.$ref.replace(place, '');
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return either.map((one) => notationOf(one, depth)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  if (schema.type === 'array') return `Array<${notationOf(itemsOf(schema), depth)}>`;
  if (schema.type === 'object') return objectNotation(schema, depth);
  return [schema.type ?? 'unknown', commentOf(schema)].filter(Boolean).join(' ');
}

function itemsOf(schema: JsonSchema): JsonSchema | boolean | undefined {
  return Array.isArray(schema.items) ? schema.items[0] : schema.items;
}

function objectNotation(schema: JsonSchema, depth: number): string {
  const properties = Object.entries(schema.properties ?? {});
  const values = schema.additionalProperties;
  if (properties.length === 0) {
    return typeof values === 'object' ? `Record<string, ${notationOf(values, depth)}>` : '{}';
  }
  const indent = '  '.repeat(depth + 1);
  const lines = properties.map(([name, value]) => {
    const mark = schema.required?.includes(name) === true ? '' : '?';
    return `${indent}${name}${mark}: ${notationOf(value, depth + 1)}`;
  });
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`;
}

/** What a type alone does not say: format, length, bounds and default. */
function commentOf(schema: JsonSchema): string {
  const { minLength, maxLength, minimum, maximum, format } = schema;
  const notes = [
    format,
    minLength === 1 ? 'not empty' : minLength !== undefined && `at least ${minLength} characters`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    minimum !== undefined && `from ${minimum}`,
    maximum !== undefined && `to ${maximum}`,
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
  ].filter((note) => typeof note === 'string');
  return notes.length === 0 ? '' : `(${notes.join(', ')})`;
}
