import { execFileSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { ended, type Screen } from './screen.ts';
import type { Server } from './server.ts';

const packages = join(import.meta.dirname, '../../../../.cache/desktop/target/release/bundle/deb');

/** The package that was built last. */
export function packageFile(): string {
  const [file] = readdirSync(packages).filter((name) => name.endsWith('.deb'));
  if (file === undefined) throw new Error('the package of the desktop app was not built');
  return join(packages, file);
}

/** Installs the package into a folder of its own, which stands for the computer until it is removed. */
export function install(): { readonly program: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'timegrove-installed-'));
  for (const part of ['updates', 'info', 'triggers'])
    mkdirSync(join(folder, 'var/lib/dpkg', part), { recursive: true });
  writeFileSync(join(folder, 'var/lib/dpkg/status'), '');
  // What it depends on is on the computer around the folder.
  const apart = [`--root=${folder}`, '--force-depends,not-root', '--no-triggers'];
  execFileSync('dpkg', [...apart, '--install', packageFile()], { stdio: 'ignore' });
  return {
    program: join(folder, 'usr/bin/timegrove-desktop'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The folder in which the app keeps its own files. */
export function configFolder(screen: Screen): string {
  return join(screen.folder, '.config/app.timegrove.desktop');
}

/** Puts a file of the app where it looks for it. */
function putFile(screen: Screen, name: string, value: object): void {
  mkdirSync(configFolder(screen), { recursive: true });
  writeFileSync(join(configFolder(screen), name), JSON.stringify(value), { mode: 0o600 });
}

/** Lets the app be signed in when it starts, as it left things the last time. */
export async function signIn(screen: Screen, server: Server, settings: object = {}): Promise<void> {
  const { secret } = await server.token();
  putFile(screen, 'settings.json', { server: server.url, ...settings });
  putFile(screen, 'token.json', { server: server.url, ...settings, token: secret });
}

/** Once the page has told the tray what was tracked lately, it hears keys as well. */
export async function loaded(screen: Screen): Promise<void> {
  const look = async (): Promise<void> => {
    const labels = (await screen.menu()).map(({ label }) => label);
    if (!labels.some((label) => label.includes(' › '))) throw new Error(labels.join());
  };
  await vi.waitFor(look, { timeout: 30_000, interval: 100 });
}

/** The numbers of the app's windows that can be seen. */
export async function windowsOf(screen: Screen): Promise<readonly string[]> {
  const search = ['search', '--onlyvisible', '--class', 'timegrove-desktop'];
  const found = await screen.tool('xdotool', ...search).catch(() => '');
  return found.split('\n').filter(Boolean);
}

/** The one window of the app, once it can be seen. */
export async function theWindow(screen: Screen): Promise<string> {
  const look = async (): Promise<string> => {
    const [window, ...more] = await windowsOf(screen);
    if (window === undefined || more.length > 0) throw new Error('there is not one window');
    return window;
  };
  return vi.waitFor(look, { timeout: 20_000, interval: 100 });
}

/** Ends a program as its person would, and waits for it. */
export async function quit(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  child.kill(signal);
  await ended(child);
}
