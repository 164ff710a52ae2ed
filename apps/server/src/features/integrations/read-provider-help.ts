import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type * as contract from '@timegrove/contract/integrations.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import { pictureFile, readHelp } from '@timegrove/providers/kit/read-help.ts';
import type { HelpBlock } from '@timegrove/providers/kit/read-help.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';

/** Reads the help page of a provider from its folder; any member may. */
export async function readProviderHelp(
  { house }: Desk,
  { params: { provider }, query }: Parsed<typeof contract.readProviderHelp>,
) {
  const folder = house.providers.has(provider) ? house.providerFolders.get(provider) : undefined;
  if (folder === undefined) throw new DomainError('provider-unknown');
  const show = async (block: HelpBlock) =>
    block.type === 'picture' ? pictureView(provider, folder, block) : block;
  const { language, parts } = await readHelp(folder, query.language);
  const shown = parts.map(async ({ blocks, ...part }) => ({
    ...part,
    blocks: await Promise.all(blocks.map(show)),
  }));
  return { language, parts: await Promise.all(shown) };
}

async function pictureView(
  provider: string,
  folder: string,
  { name, alt }: HelpBlock & { type: 'picture' },
): Promise<contract.HelpBlock> {
  const file = await readFile(pictureFile(folder, name));
  // A picture that was taken anew has another address, so that no browser shows the old one.
  const version = createHash('sha256').update(file).digest('hex').slice(0, 12);
  return {
    type: 'picture',
    alt,
    url: `/api/providers/${provider}/help/${name}.png?v=${version}`,
    // Where every PNG says how large it is.
    width: file.readUInt32BE(16),
    height: file.readUInt32BE(20),
  };
}
