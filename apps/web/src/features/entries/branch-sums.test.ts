import { newId } from '@timegrove/contract/new-id.ts';
import { hour } from '@timegrove/domain/time/span.ts';
import { expect, test } from 'vitest';
import { anEntry, instant } from '@timegrove/contract/testing/an-entry.ts';
import { branchSums } from './branch-sums.ts';

function on(path: string[], name: string, color: string | null = null) {
  return { id: newId<'task'>(), name, path, color, archived: false, provider: null };
}

test('time counts for the task at the top of its branch, whatever is below', () => {
  const sums = branchSums(
    [
      { ...anEntry('08:00', '09:00'), task: on(['Website', 'Design'], 'Logo') },
      { ...anEntry('09:00', '11:00'), task: on([], 'Internal', '#2f9e44') },
      { ...anEntry('11:00', '13:00'), task: on([], 'Website') },
      anEntry('15:30', null),
    ],
    Date.parse(instant('16:00')),
  );
  expect(sums).toEqual([
    { branch: 'Website', color: null, total: 3 * hour },
    { branch: 'Internal', color: '#2f9e44', total: 2 * hour },
    { branch: null, color: null, total: 0.5 * hour },
  ]);
});
