import { z } from 'zod';
import { allEndpoints, nouns } from './all.ts';
import { refusal } from './errors.ts';
import { news } from './news.ts';

/** A JSON Schema (draft 2020-12), as OpenAPI 3.1 uses it. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Everything that can be said, as JSON Schema. */
export interface Schemas {
  /** The things that have a name of their own. */
  readonly named: Readonly<Record<string, JsonSchema>>;
  /** The schema of one part of an endpoint; a reference where that is a thing with a name. */
  readonly of: (part: z.ZodType) => JsonSchema;
}

/** Where a document keeps the things that have a name. */
export const schemaPlace = '#/components/schemas/';

/** Turns the zod values of the contract into JSON Schema; a value exported by name becomes a thing. */
export function makeSchemas(): Schemas {
  const registry = z.registry<{ id: string }>();
  const things = namedThings();
  for (const [name, value] of things) registry.add(value, { id: name });
  const parts = allEndpoints.flatMap(({ endpoint }) => [
    endpoint.params,
    endpoint.query,
    endpoint.body,
    endpoint.output,
  ]);
  for (const [index, part] of parts.entries()) {
    if (!registry.has(part)) registry.add(part, { id: `part ${index}` });
  }
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    unrepresentable: 'any',
    uri: (id) => schemaPlace + id,
    override: ({ jsonSchema }) => forReaders(jsonSchema),
  });
  const named = Object.fromEntries([...things.keys()].map((name) => [name, bare(schemas[name])]));
  return {
    named,
    of: (part) => {
      const id = registry.get(part)?.id ?? '';
      return id in named ? { $ref: schemaPlace + id } : bare(schemas[id]);
    },
  };
}

function namedThings(): Map<string, z.ZodType> {
  const modules = [...Object.values(nouns), { refusal, news }];
  const exports = modules.flatMap((module) => Object.entries<unknown>(module));
  return new Map(
    exports.flatMap(([name, value]): [string, z.ZodType][] =>
      value instanceof z.ZodType ? [[name.charAt(0).toUpperCase() + name.slice(1), value]] : [],
    ),
  );
}

/** A format says what its long pattern says, and the bounds of whole numbers are those of the language. */
function forReaders(schema: JsonSchema): void {
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

function bare(schema: JsonSchema | undefined): JsonSchema {
  const { $schema: _schema, $id: _id, ...rest } = schema ?? {};
  return rest;
}
