import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findFolders } from '@timegrove/providers/kit/find-folders.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { startSandbox } from './start-sandbox.ts';
import type { StartedSandbox } from './start-sandbox.ts';

const started: StartedSandbox[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((sandbox) => sandbox.stop()));
});

async function start() {
  const sandbox = await startSandbox();
  started.push(sandbox);
  return sandbox;
}

/** Runs the program to its end and gives what it said. */
function run(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env['PATH'], ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => (said += String(part)));
  return new Promise((ended) => child.on('close', (code) => ended({ code, said })));
}

describe('the sandbox', () => {
  it('serves the simulator of every provider folder, and lists them', async () => {
    const sandbox = await start();
    expect([...sandbox.simulators.keys()]).toEqual(findFolders().map(({ id }) => id));
    const index = await (await fetch(sandbox.url)).text();
    for (const [id, { accounts }] of sandbox.simulators) {
      expect(index).toContain(Object.values(accounts.demo.credential)[0]);
      expect((await fetch(`${sandbox.url}/${id}/`)).status).toBe(200);
      expect((await fetch(`${sandbox.url}/${id}`)).url).toBe(`${sandbox.url}/${id}/`);
      expect((await fetch(`${sandbox.baseUrl(id)}/nothing`)).status).toBeGreaterThanOrEqual(400);
    }
    expect((await fetch(`${sandbox.url}/nobody/`)).status).toBe(404);
  });

  it('keeps its vendors apart from each other and from another sandbox', async () => {
    const [one, other] = [await start(), await start()];
    const [simulator] = one.simulators.values();
    simulator?.faults.set([{ kind: 'html' }]);
    expect([...other.simulators.values()].flatMap(({ faults }) => faults.list())).toEqual([]);
  });
});

describe('the program', () => {
  it('says in one sentence that its port is in use, and fails', async () => {
    const { port } = new URL((await start()).url);
    const { code, said } = await run({ TIMEGROVE_SANDBOX_PORT: port });
    expect(code).toBe(1);
    expect(said).toBe(
      `Port ${port} is in use. Stop what uses it, or set TIMEGROVE_SANDBOX_PORT to another port.\n`,
    );
  });

  it.each([
    [{ TIMEGROVE_SANDBOX_PORT: 'many' }, /TIMEGROVE_SANDBOX_PORT must be a port number/],
    [{ TIMEGROVE_URL: 'ftp://nowhere' }, /TIMEGROVE_URL must be an http or https address/],
    [{ TIMEGROVE_SANDBOX_SIZE: 'huge' }, /must be one of agency, company, stress/],
  ])('refuses the setting %o', async (env, sentence) => {
    const { code, said } = await run(env);
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
  });
});
