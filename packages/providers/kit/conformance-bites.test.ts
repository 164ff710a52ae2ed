import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type { Provider, Pulled } from '@timegrove/domain/provider.ts';
import { describe, expect, it } from 'vitest';
import { conformanceCases } from './conformance.ts';
import { findFolders } from './find-folders.ts';
import { loadProvider } from './load-providers.ts';
import { loadSandbox } from './load-sandboxes.ts';

/** The names of the cases that a provider does not pass. */
async function failing(provider: Provider, sandbox: Awaited<ReturnType<typeof loadSandbox>>) {
  const results = await Promise.allSettled(
    conformanceCases.map(({ run }) =>
      run({ provider, sandbox: sandbox.sandbox, folder: sandbox.path }),
    ),
  );
  return conformanceCases
    .filter((_, at) => results[at]?.status === 'rejected')
    .map(({ name }) => name);
}

/** Changes what a provider tells in its pulls. */
function retold(provider: Provider, retell: (told: Pulled) => readonly Pulled[]): Provider {
  return {
    ...provider,
    async *pull(...handed) {
      for await (const told of provider.pull(...handed)) yield* retell(told);
    },
  };
}

describe('the conformance cases catch a provider that', async () => {
  const [folder] = findFolders();
  if (folder === undefined) throw new Error('there is no provider folder');
  const right = await loadProvider(folder);
  const sandbox = await loadSandbox(folder);

  it.each<[string, Provider, RegExp]>([
    [
      'loses an item on the way',
      retold(right, (told) =>
        told.type === 'items' ? [{ ...told, items: told.items.slice(1) }] : [told],
      ),
      /reads everything/,
    ],
    [
      'calls complete what failed',
      retold(right, (told) =>
        told.type === 'incomplete' ? [{ type: 'complete', area: told.area }] : [told],
      ),
      /second page|one address|between two pages/,
    ],
    [
      'proves nothing',
      retold(right, (told) => (told.type === 'complete' ? [] : [told])),
      /proves every level/,
    ],
    ['sends things twice', retold(right, (told) => [told, told]), /twice/],
    [
      'lets the credential out',
      {
        ...right,
        async *pull(tools, credential, selection) {
          tools.note(`asked with ${Object.values(credential).join()}`);
          yield* right.pull(tools, credential, selection);
        },
      },
      /never lets the credential out/,
    ],
    [
      'asks more than it needs',
      {
        ...right,
        async *pull(tools, credential, selection) {
          await right.check(tools, credential);
          yield* right.pull(tools, credential, selection);
        },
      },
      /fewest requests/,
    ],
    [
      'gives every failure the same word',
      {
        ...right,
        check: (tools, credential) =>
          right.check(tools, credential).catch(() => {
            throw new ProviderFailure({ word: 'gone', reason: 'no idea' });
          }),
      },
      /says unauthorized/,
    ],
  ])('%s', async (_, provider, expected) => {
    expect((await failing(provider, sandbox)).join('\n')).toMatch(expected);
  });
});
