import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { color, filled, id } from './fields.ts';

/** A word to put on entries and tasks. */
export const tag = z.object({
  id: id('tag'),
  name: z.string(),
  color: z.string().nullable(),
  /** An archived tag stays where it is and is put on nothing new. */
  archived: z.boolean(),
});
export type Tag = z.output<typeof tag>;

const name = filled(60);

export const listTags = endpoint('GET', '/api/tags', {
  summary: 'Every tag of the account by name, the archived ones too',
  access: 'member',
  output: z.object({
    tags: z.array(tag),
    /** Whether the asker may add and change tags. */
    mayChange: z.boolean(),
  }),
});

export const addTag = endpoint('POST', '/api/tags', {
  summary: 'Add a tag; for administrators, supervisors and project managers. Idempotent by id',
  access: 'member',
  body: z.strictObject({ id: id('tag'), name, color: color.nullable().default(null) }),
  output: tag,
  errors: ['tag-name-taken', 'id-taken'],
});

export const changeTag = endpoint('PATCH', '/api/tags/:tagId', {
  summary: 'Rename or colour a tag, archive it or bring it back; what is left out stays',
  access: 'member',
  params: z.strictObject({ tagId: id('tag') }),
  body: z.strictObject({
    name: name.optional(),
    color: color.nullable().optional(),
    archived: z.boolean().optional(),
  }),
  output: tag,
  errors: ['tag-name-taken'],
});
