/**
 * What every provider must do, examined against the sandbox of its own folder over real HTTP. The
 * cases know no test runner: `conformance.test.ts` runs them over every folder.
 */
import { folderCases } from './conformance/folder-cases.ts';
import { failingCases } from './conformance/failing-cases.ts';
import { lifeCases } from './conformance/life-cases.ts';
import { pageCases } from './conformance/page-cases.ts';
import { readingCases } from './conformance/reading-cases.ts';
import { signInCases } from './conformance/sign-in-cases.ts';
import type { ConformanceCase, ExaminedFolder } from './conformance/case.ts';
import type { ProviderFolder } from './find-folders.ts';
import { loadProvider } from './load-providers.ts';
import { loadSandbox } from './load-sandboxes.ts';

/** All cases, in the order in which a provider is best built. */
export const conformanceCases: readonly ConformanceCase[] = [
  ...signInCases,
  ...readingCases,
  ...lifeCases,
  ...failingCases,
  ...folderCases,
  ...pageCases,
];

/** Loads what is examined: the provider of a folder and its sandbox. @throws Error when one is missing */
export async function loadSubject(folder: ProviderFolder): Promise<ExaminedFolder> {
  const [provider, { sandbox }] = await Promise.all([loadProvider(folder), loadSandbox(folder)]);
  return { provider, sandbox, folder: folder.path };
}
