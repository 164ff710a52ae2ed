import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dropFavourite, keepFavourite, type Task } from '@timegrove/contract/tasks.ts';
import { api } from '../../../shell/api.ts';
import { showRefusal } from '../../../shell/refusal.ts';
import { favouritesQuery } from '../queries.ts';

/** Whether the member keeps a task among the favourites, and the way to change that. */
export function useFavourite({ id: taskId }: Pick<Task, 'id'>) {
  const client = useQueryClient();
  const { data } = useQuery(favouritesQuery);
  const put = useMutation({
    mutationFn: (keep: boolean) =>
      keep
        ? api(keepFavourite, { params: { taskId } })
        : api(dropFavourite, { params: { taskId } }),
    onError: showRefusal,
    onSettled: () => client.invalidateQueries({ queryKey: favouritesQuery.queryKey }),
  });
  const known = data?.tasks.some(({ id }) => id === taskId) === true;
  const kept = put.isPending ? put.variables : known;
  return { kept, toggle: () => put.mutate(!kept) };
}
