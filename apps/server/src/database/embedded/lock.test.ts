import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataFolder } from './lock.ts';
import { identityOf } from './process-identity.ts';

const module = new URL('./lock.ts', import.meta.url).href;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tg-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function leaveClaim(number: number, content: string): void {
  mkdirSync(join(folder, 'lock'), { recursive: true });
  writeFileSync(join(folder, 'lock', `${number}.json`), content);
}

/** Lets one more process try for the lock at the given instant; a winner holds it for a while. */
async function tryAt(instant: number): Promise<string> {
  const code = `import { lockDataFolder } from ${JSON.stringify(module)};
    while (Date.now() < ${instant});
    try { lockDataFolder(${JSON.stringify(folder)}); process.stdout.write('won'); }
    catch (error) { process.stdout.write(error.name); }
    setTimeout(() => {}, 1500);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return text(child.stdout);
}

describe('the lock of a data folder', () => {
  it('is given once, and again after it was given back', () => {
    const lock = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(`Another Timegrove (pid ${process.pid})`);
    lock.release();
    lockDataFolder(folder).release();
  });

  it('passes from a dead holder to exactly one of many', async () => {
    leaveClaim(4, JSON.stringify({ pid: 2 ** 22 + 1, identity: 'long gone' }));
    const instant = Date.now() + 1500;
    const results = await Promise.all(Array.from({ length: 6 }, async () => tryAt(instant)));
    expect(results.filter((result) => result === 'won')).toHaveLength(1);
    expect(results.filter((result) => result === 'StartRefused')).toHaveLength(5);
  });

  it.runIf(process.platform === 'linux')('sees through a pid that another program has now', () => {
    leaveClaim(1, JSON.stringify({ pid: process.pid, identity: 'started at another time' }));
    lockDataFolder(folder).release();
  });

  it('does not stumble over a claim that a power loss left empty', () => {
    leaveClaim(1, '');
    lockDataFolder(folder).release();
  });

  it('keeps the folder small over many takeovers', () => {
    for (let number = 1; number < 20; number += 1) {
      leaveClaim(number, JSON.stringify({ pid: 2 ** 22 + 1, identity: 'long gone' }));
    }
    const lock = lockDataFolder(folder);
    expect(readdirSync(join(folder, 'lock')).sort()).toEqual(['19.json', '20.json']);
    lock.release();
  });
});

describe('the identity of a process', () => {
  it('is the same as long as it lives, and another for another process', () => {
    expect(identityOf(process.pid)).toBe(identityOf(process.pid));
    expect(identityOf(process.pid)).not.toBe(identityOf(process.ppid));
  });

  it.runIf(process.platform === 'linux')('is none for a zombie', async () => {
    // The shell turns into a sleep that never asks for its dead child.
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = await parent.stdout.take(1).toArray();
    const zombie = Number(String(line));
    const program = () => readFileSync(`/proc/${parent.pid}/comm`, 'utf8').trim();
    await expect.poll(program).toBe('sleep');
    process.kill(zombie, 'SIGKILL');
    await expect.poll(() => identityOf(zombie)).toBeNull();
    expect(() => process.kill(zombie, 0)).not.toThrow();
    parent.kill('SIGKILL');
  });
});
