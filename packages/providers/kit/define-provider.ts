import type { Provider } from '@timegrove/domain/provider.ts';
import { z } from 'zod';

const text = z.string().trim().min(1);
const fate = z.enum(['keep', 'archive']);
const verb = z.custom<unknown>((value) => typeof value === 'function', 'must be a function');
const webAddress = z.url({ protocol: /^https?$/ });

const level = z.object({
  kind: z.string().regex(/^[a-z][a-z-]*$/),
  words: z.object({ one: text, many: text }),
  policy: z.object({ archived: fate, deleted: fate, completed: fate, absent: fate }),
});

const shape = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    name: text,
    rootName: text,
    summary: text,
    help: z.object({ text, url: webAddress }),
    baseUrl: webAddress,
    icon: z.string().endsWith('.svg'),
    fields: z.array(z.object({ key: text, label: text, secret: z.boolean() })).min(1),
    levels: z.array(level).min(1),
    selects: z.string().nullable(),
    schedule: z.enum(['hourly', 'on-save']),
    reenables: z.enum(['new-credential', 'stored-first', 'by-unlinking']),
    assigns: z.object({
      owner: z.literal('root'),
      members: z.enum(['none', 'everyone-to-root', 'by-email-to-containers']),
    }),
    budget: z.object({
      requests: z.int().positive(),
      seconds: z.number().positive(),
      pauseSeconds: z.number().positive(),
    }),
    explain: verb.optional(),
    quota: verb.optional(),
    check: verb,
    containers: verb,
    pull: verb,
    recheck: verb.optional(),
    people: verb.optional(),
  })
  .refine((it) => new Set(it.levels.map((one) => one.kind)).size === it.levels.length, {
    path: ['levels'],
    error: 'two levels have the same kind',
  })
  .refine((it) => it.selects === null || it.levels.some((one) => one.kind === it.selects), {
    path: ['selects'],
    error: 'must be the kind of a level, or null',
  })
  .refine((it) => it.fields.some((field) => field.secret), {
    path: ['fields'],
    error: 'at least one field must be secret',
  })
  .refine((it) => it.assigns.members !== 'by-email-to-containers' || it.people !== undefined, {
    path: ['people'],
    error: 'is needed to match members by e-mail',
  });

/** Tells whether a value is a coherent provider; `complaints` gets a sentence for each thing that is not. */
export function isProvider(value: unknown, complaints: string[] = []): value is Provider {
  const result = shape.safeParse(value);
  for (const issue of result.error?.issues ?? [])
    complaints.push(`${issue.path.join('.')}: ${issue.message}`);
  return result.success;
}

/**
 * Says what a provider is; a provider that contradicts itself does not load.
 * @throws TypeError that lists everything wrong with it
 */
export function defineProvider(provider: Provider): Provider {
  const complaints: string[] = [];
  if (!isProvider(provider, complaints))
    throw new TypeError(`The provider is not coherent. ${complaints.join('; ')}`);
  return provider;
}
