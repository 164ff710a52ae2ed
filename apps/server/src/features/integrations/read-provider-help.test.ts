import { listProviders, readProviderHelp } from '@timegrove/contract/integrations.ts';
import { languages, type Language } from '@timegrove/domain/people/language.ts';
import { helpTitles } from '@timegrove/providers/kit/read-help.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal.ts';
import { aServer, type TestServer } from '../../testing/server.ts';
import { aMember, anAccount, type Person } from '../../testing/world.ts';

let server: TestServer;
let member: Person;

beforeAll(async () => {
  server = await aServer();
  member = await aMember(await anAccount(server), { role: 'user' });
});

const help = async (provider: string, language: Language = 'en') =>
  member.ask(readProviderHelp, { params: { provider }, query: { language } });

describe('the help page of a provider', () => {
  it.each(languages)('is there for every provider and any member in %s', async (language) => {
    const { providers } = await member.ask(listProviders);
    expect(providers.length).toBeGreaterThan(0);
    for (const { id, name } of providers) {
      const { parts, ...page } = await help(id, language);
      expect(page).toEqual({ language });
      expect(parts.map(({ title }) => title)).toEqual(helpTitles[language]);
      expect(JSON.stringify(parts)).toContain(name);
    }
  });

  it('shows pictures that a browser can lay out before they come, and keep', async () => {
    const { providers } = await member.ask(listProviders);
    const pages = await Promise.all(providers.map(async ({ id }) => help(id)));
    const blocks = pages.flatMap(({ parts }) => parts).flatMap((part) => part.blocks);
    const pictures = blocks.flatMap((block) => (block.type === 'picture' ? [block] : []));
    expect(pictures.length).toBeGreaterThan(0);
    for (const { url, alt, width, height } of pictures) {
      const reply = await server.app.inject(url);
      expect(reply.statusCode, url).toBe(200);
      expect(reply.headers['content-type']).toBe('image/png');
      expect(reply.headers['cache-control']).toContain('max-age=');
      expect(reply.rawPayload.subarray(1, 4).toString()).toBe('PNG');
      expect(Math.min(width, height)).toBeGreaterThan(100);
      expect(alt).not.toBe('');
    }
  });

  it('gives nothing of a folder but the pictures of its help', async () => {
    const { providers } = await member.ask(listProviders);
    const [first] = providers;
    const files = ['index.ts', '..%2Ficon.svg', '..%2F..%2Ficon.png', 'no-such.png', 'enable'];
    for (const file of files) {
      const { statusCode } = await server.app.inject(`/api/providers/${first?.id}/help/${file}`);
      expect(statusCode, file).toBe(404);
    }
  });

  it('is not there for a vendor that nobody knows', async () => {
    const { code } = await refusalOf(help('no-such-vendor'));
    expect(code).toBe('provider-unknown');
  });
});
