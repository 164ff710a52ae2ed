import { addTag, type Tag } from '@timegrove/contract/tags.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../shell/api.ts';
import { useDeed } from '../../shell/use-deed.ts';
import { tagsQuery } from './queries.ts';

/** Adds a tag by its name; it is known at once, so that it can be shown where it is put on. */
export function useAddTag() {
  const client = useQueryClient();
  return useDeed(
    async (name: string): Promise<Tag> => {
      const tag = await api(addTag, { body: { id: newId<'tag'>(), name } });
      client.setQueryData(
        tagsQuery.queryKey,
        (known) => known && { ...known, tags: [...known.tags, tag] },
      );
      return tag;
    },
    ['tags'],
  );
}
