import { queryOptions } from '@tanstack/react-query';
import { listTags } from '@timegrove/contract/tags.ts';
import { api } from '../../shell/api.ts';
import { lasting } from '../../shell/last-state.ts';

/** Every tag of the account by name, the archived ones too, and whether the member may make some. */
export const tagsQuery = queryOptions({
  ...lasting,
  queryKey: ['tags'],
  queryFn: () => api(listTags),
});
