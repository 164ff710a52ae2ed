import { describe, expect, it } from 'vitest';
import { conformanceCases, loadSubject } from './conformance.ts';
import { findFolders } from './find-folders.ts';

const folders = findFolders();

it('finds the provider folders', () => {
  expect(folders.length).toBeGreaterThan(0);
});

describe.each(folders)('the provider in $id', async (folder) => {
  const subject = await loadSubject(folder);

  it.each(conformanceCases)('$name', ({ run }) => run(subject));
});
