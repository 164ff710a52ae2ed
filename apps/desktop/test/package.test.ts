import { execFileSync, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { install, loaded, packageFile, quit, signIn, theWindow } from './stage/app.ts';
import { raiseScreen, type Screen } from './stage/screen.ts';
import { raiseServer, type Server } from './stage/server.ts';

const megabyte = 1_000_000;

let screen: Screen;
let server: Server;
let installed: ReturnType<typeof install>;
let app: ChildProcess;

beforeAll(async () => {
  installed = install();
  [screen, server] = await Promise.all([raiseScreen(), raiseServer()]);
  await signIn(screen, server);
});

afterAll(async () => {
  await screen?.end();
  await server?.end();
  installed?.remove();
});

function field(name: string): string {
  return execFileSync('dpkg-deb', ['-f', packageFile(), name], { encoding: 'utf8' }).trim();
}

test('the package names itself and what it needs, and stays small', () => {
  expect(field('Package')).toBe('timegrove');
  for (const needed of ['libwebkit2gtk-4.1-0', 'libayatana-appindicator3-1', 'libssl3'])
    expect(field('Depends')).toContain(needed);
  const entry = join(installed.program, '../../share/applications/Timegrove.desktop');
  expect(readFileSync(entry, 'utf8')).toContain('Exec=timegrove-desktop');
  const [size, inside] = [statSync(packageFile()).size, Number(field('Installed-Size')) * 1024];
  console.log(`Package ${millions(size)} MB, installed ${millions(inside)} MB.`);
  expect(size).toBeLessThan(10 * megabyte);
});

test('the installed app starts, from nothing to what runs in the tray, and is measured', async () => {
  const times: number[] = [];
  for (let start = 0; start < 3; start += 1) {
    if (start > 0) await quit(app);
    const before = performance.now();
    app = screen.start(installed.program, []);
    await theWindow(screen);
    await loaded(screen);
    times.push(performance.now() - before);
  }
  const seconds = times.map((time) => (time / 1000).toFixed(2)).join(', ');
  const memory = memoryOf(app.pid ?? 0);
  console.log(`Starts, with everything loaded: ${seconds} s. Memory ${millions(memory)} MB.`);
  expect(memory).toBeLessThan(600 * megabyte);
});

function millions(bytes: number): string {
  return (bytes / megabyte).toFixed(1);
}

/** What a process and all that it started take, what they have in common counted once. */
function memoryOf(pid: number): number {
  const share = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  const children = readdirSync(`/proc/${pid}/task`)
    .flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' '))
    .filter(Boolean);
  const below = children.map((child) => memoryOf(Number(child)));
  return below.reduce((sum, each) => sum + each, Number(share) * 1024);
}
