import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@timegrove/contract/new-id.ts';
import { listEntries } from '@timegrove/contract/entries.ts';
import { changeMe } from '@timegrove/contract/session.ts';
import { readTimer, startTimer } from '@timegrove/contract/timers.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configFolder, install, loaded, quit, signIn, theWindow } from './stage/app.ts';
import { raiseScreen, type Screen } from './stage/screen.ts';
import { raiseServer, type Server } from './stage/server.ts';

const minute = 60_000;
const small = 116;

let screen: Screen;
let server: Server;
let installed: ReturnType<typeof install>;
let app: ChildProcess;

beforeAll(async () => {
  installed = install();
  [screen, server] = await Promise.all([raiseScreen(), raiseServer()]);
  await signIn(screen, server);
  await server.member(changeMe, { body: { idleMinutes: 1 } });
});

afterAll(async () => {
  await screen?.end();
  await server?.end();
  installed?.remove();
});

async function start(): Promise<void> {
  app = screen.start(installed.program, []);
  await theWindow(screen);
  await loaded(screen);
}

async function height(): Promise<number> {
  const window = await theWindow(screen);
  const told = await screen.tool('xdotool', 'getwindowgeometry', '--shell', window);
  return Number(/HEIGHT=(\d+)/.exec(told)?.[1]);
}

function recorded(): unknown {
  return JSON.parse(readFileSync(join(configFolder(screen), 'away.json'), 'utf8'));
}

test('who comes back after being idle is asked once, also over a restart, and nothing is lost', async () => {
  const id = newId<'entry'>();
  const started = new Date(Date.now() - 10 * minute).toISOString();
  const body = { id, taskId: null, zone: 'UTC', note: '', tagIds: [], startedAt: started };
  await server.member(startTimer, { body });
  await start();
  await screen.press('shift');
  const left = Date.now();

  // Nobody touches anything for a minute, as X11 counts it.
  await expect
    .poll(recorded, { timeout: 90_000 })
    .toMatchObject([{ reason: 'idle', from: expect.any(Number), to: null }]);
  expect(Date.now() - left).toBeGreaterThanOrEqual(minute);
  await screen.tool('xdotool', 'mousemove_relative', '7', '7');
  await expect.poll(() => screen.notices).toMatchObject([{ title: 'Time away' }]);
  expect(screen.notices[0]?.body).toContain('You were away');
  await expect.poll(height).toBeGreaterThan(small);

  await quit(app, 'SIGKILL');
  await start();
  await expect.poll(() => screen.notices.length).toBe(2);
  await expect.poll(height).toBeGreaterThan(small);
  const window = await theWindow(screen);
  await screen.tool('xdotool', 'windowactivate', '--sync', window);
  // Task, note, stop, keep, leave out and go on, leave out and stop.
  await screen.press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Return');
  await expect.poll(async () => (await server.member(readTimer)).running).toBeNull();
  await expect.poll(height).toBe(small);
  expect(Math.abs((await stopOf(id)) - left)).toBeLessThan(3000);
  expect(recorded()).toMatchObject([{ reason: 'idle', to: expect.any(Number) }]);

  await quit(app);
  await start();
  expect(await height()).toBe(small);
  expect(screen.notices).toHaveLength(2);
});

async function stopOf(id: string): Promise<number> {
  const query = { from: dayOf(Date.now() - 60 * minute, 'UTC'), to: dayOf(Date.now(), 'UTC') };
  const { entries } = await server.member(listEntries, { query });
  return Date.parse(entries.find((entry) => entry.id === id)?.stoppedAt ?? '');
}
