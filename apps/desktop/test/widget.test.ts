import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeEntry, listEntries, type Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { readMe } from '@timegrove/contract/session.ts';
import { readTimer, startTimer, stopTimer } from '@timegrove/contract/timers.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { configFolder, install, loaded, quit, signIn, theWindow, windowsOf } from './stage/app.ts';
import { ended, raiseScreen, type Screen } from './stage/screen.ts';
import { raiseServer, type Server } from './stage/server.ts';

const usual = { width: 320, height: 116 };
const task = 'Weekly planning';

let screen: Screen;
let server: Server;
let installed: ReturnType<typeof install>;
let app: ChildProcess;
/** The window of another program. */
let other: string;

beforeAll(async () => {
  installed = install();
  [screen, server] = await Promise.all([raiseScreen(), raiseServer()]);
  await signIn(screen, server);
  screen.start('xev', ['-geometry', '600x400+400+200']);
  app = screen.start(installed.program, []);
  other = await windowOf('Event Tester');
  await theWindow(screen);
  await loaded(screen);
});

afterAll(async () => {
  await screen?.end();
  await server?.end();
  installed?.remove();
});

async function windowOf(title: string): Promise<string> {
  const search = ['search', '--onlyvisible', '--name', title];
  // A window that vanishes while one searches ends the search.
  const look = async (): Promise<string> => (await screen.tool('xdotool', ...search)).trim();
  return vi.waitFor(look, { timeout: 20_000, interval: 100 });
}

async function property(window: string, name: string): Promise<string> {
  const ids = window === 'root' ? ['-root'] : ['-id', window];
  return screen.tool('xprop', ...ids, name);
}

async function activeWindow(): Promise<string> {
  return (await screen.tool('xdotool', 'getactivewindow').catch(() => '')).trim();
}

async function focusOther(): Promise<void> {
  await screen.tool('xdotool', 'windowactivate', '--sync', other);
}

async function geometry(window: string): Promise<Readonly<Record<string, number>>> {
  const told = await screen.tool('xdotool', 'getwindowgeometry', '--shell', window);
  const pairs = told.split('\n').map((line) => line.split('='));
  return Object.fromEntries(pairs.map(([name = '', value]) => [name, Number(value)]));
}

async function running(): Promise<Entry | null> {
  return (await server.member(readTimer)).running;
}

/** The first line of the tray's menu: what runs and for how long. */
async function trayHead(): Promise<string> {
  return (await screen.menu())[0]?.label ?? '';
}

async function showSearch(): Promise<string> {
  const widget = await theWindow(screen);
  await screen.tool('xdotool', 'windowactivate', '--sync', widget);
  await screen.press('ctrl+k');
  await expect.poll(async () => (await geometry(widget))['HEIGHT']).toBeGreaterThan(300);
  return widget;
}

/** Closes the search, where it is open. */
async function closed(widget: string): Promise<void> {
  const height = async (): Promise<number> => (await geometry(widget))['HEIGHT'] ?? 0;
  await expect
    .poll(
      async () => {
        if ((await height()) > usual.height) await screen.press('Escape');
        return height();
      },
      { interval: 1000 },
    )
    .toBe(usual.height);
}

describe('the widget', () => {
  test('stands above the focused window of another program, small and without a frame', async () => {
    const widget = await theWindow(screen);
    await focusOther();
    expect(await activeWindow()).toBe(other);
    expect(await property(widget, '_NET_WM_STATE')).toContain('_NET_WM_STATE_ABOVE');
    const stack = await property('root', '_NET_CLIENT_LIST_STACKING');
    const top = Number(stack.trim().split(/[ ,]+/).at(-1));
    expect(top).toBe(Number(widget));
    expect(await property(widget, '_NET_FRAME_EXTENTS')).toMatch(/= 0, 0, 0, 0/);
    expect(await geometry(widget)).toMatchObject({ WIDTH: usual.width, HEIGHT: usual.height });
  });

  test('starts the task that was typed, which every other client sees', async () => {
    const widget = await showSearch();
    await screen.type(task.toLowerCase());
    // What was found stands there a moment later; before that, the key does nothing.
    await expect
      .poll(
        async () => {
          if ((await running()) === null) await screen.press('Return');
          return (await running())?.task?.name;
        },
        { interval: 3000 },
      )
      .toBe(task);
    // On a slow machine the key may have been pressed once more, and have opened the list again.
    await closed(widget);
    await expect.poll(() => property(widget, 'WM_NAME')).toContain(task);
  });

  test('keeps a note, typed without a mouse, and stops with one key', async () => {
    const widget = await theWindow(screen);
    await screen.tool('xdotool', 'windowactivate', '--sync', widget);
    await screen.press('Tab');
    await screen.type('agenda');
    await screen.press('Return');
    await expect.poll(async () => (await running())?.note).toBe('agenda');
    await screen.press('Tab', 's');
    await expect.poll(running).toBeNull();
  });
});

describe('the menu of the tray', () => {
  test('starts a recent task, tells it with its time, and stops it', async () => {
    const recent = (await screen.menu()).find(({ label }) => label.endsWith(`› ${task}`));
    expect(recent).toBeDefined();
    await screen.choose(recent?.label ?? '');
    await expect.poll(async () => (await running())?.task?.name).toBe(task);
    await expect.poll(trayHead).toBe(`${task} · 0:00`);
    await screen.choose('Stop');
    await expect.poll(running).toBeNull();
    await expect.poll(trayHead).toBe('No timer runs');
    const labels = (await screen.menu()).map(({ label }) => label);
    expect(labels).toEqual(
      expect.arrayContaining([
        'Start a task…',
        'Recent tasks',
        'Force synchronization',
        'Show timesheet',
        'Settings',
        'Quit',
      ]),
    );
  });

  test('follows what is started and stopped elsewhere within a second or two', async () => {
    const id = newId<'entry'>();
    const body = { id, taskId: null, zone: 'Europe/Berlin', note: '', tagIds: [] };
    const before = Date.now();
    await server.member(startTimer, { body });
    await expect.poll(trayHead, { interval: 50 }).toBe('No task · 0:00');
    console.log(`A start elsewhere stood in the tray after ${Date.now() - before} ms.`);
    await server.member(stopTimer, { params: { entryId: id }, body: {} });
    await expect.poll(trayHead).toBe('No timer runs');
  });

  test('opens the search', async () => {
    const widget = await theWindow(screen);
    await focusOther();
    await screen.choose('Start a task…');
    await expect.poll(activeWindow).toBe(widget);
    await expect.poll(async () => (await geometry(widget))['HEIGHT']).toBeGreaterThan(300);
    await closed(widget);
  });

  test('stays when the widget is closed, and brings it back to its place', async () => {
    const widget = await theWindow(screen);
    await screen.tool('xdotool', 'windowmove', '--sync', widget, '40', '60');
    await screen.tool('xdotool', 'windowactivate', '--sync', widget, 'key', 'alt+F4');
    await expect.poll(() => windowsOf(screen)).toEqual([]);
    await screen.choose('Show or hide the widget');
    const shown = await theWindow(screen);
    await expect.poll(() => geometry(shown)).toMatchObject({ X: 40, Y: 60 });
    expect(await property(shown, '_NET_WM_STATE')).toContain('_NET_WM_STATE_ABOVE');
  });
});

describe('from other programs', () => {
  test('a second start shows the first and ends', async () => {
    await focusOther();
    const second = screen.start(installed.program, []);
    await ended(second);
    expect(second.exitCode).toBe(0);
    await expect.poll(activeWindow).toBe(await theWindow(screen));
  });

  test('the shortcut opens the search', async () => {
    const widget = await theWindow(screen);
    await focusOther();
    await screen.press('ctrl+alt+g');
    await expect.poll(activeWindow).toBe(widget);
    await expect.poll(async () => (await geometry(widget))['HEIGHT']).toBeGreaterThan(300);
    await closed(widget);
  });
});

describe('what the app says by itself', () => {
  test('how the synchronization went that was asked for in the menu', async () => {
    await screen.choose('Force synchronization');
    const [title, body] = ['Force synchronization', 'No integration to synchronize'];
    await expect.poll(() => screen.notices).toContainEqual({ title, body });
  });

  test('that a timer runs for very long', async () => {
    const { account } = await server.member(readMe);
    const long = account.longTimerHours * 3_600_000;
    const startedAt = new Date(Date.now() - long).toISOString();
    const id = newId<'entry'>();
    const body = { id, taskId: null, zone: 'Europe/Berlin', note: '', tagIds: [] };
    await server.member(startTimer, { body });
    await server.member(changeEntry, { params: { entryId: id }, body: { startedAt } });
    await expect.poll(trayHead).toBe(`No task · ${account.longTimerHours}:00`);
    const notice = expect.objectContaining({ title: 'Long timer' });
    await expect.poll(() => screen.notices).toContainEqual(notice);
    await server.member(stopTimer, { params: { entryId: id }, body: {} });
    await expect.poll(trayHead).toBe('No timer runs');
  });
});

describe('without the server', () => {
  test('a start and a stop arrive later, once, with the times they had; the app opens as well', async () => {
    await server.lose();
    const recent = (await screen.menu()).find(({ label }) => label.endsWith(`› ${task}`));
    await screen.choose(recent?.label ?? '');
    await expect.poll(trayHead).toBe(`${task} · 0:00`);
    await quit(app);
    app = screen.start(installed.program, []);
    const widget = await theWindow(screen);
    await expect.poll(() => property(widget, 'WM_NAME')).toContain(task);
    await expect.poll(trayHead).toBe(`${task} · 0:00`);
    await screen.choose('Stop');
    await expect.poll(trayHead).toBe('No timer runs');
    const stopped = Date.now();
    await server.raise();
    await expect.poll(() => latest(), { timeout: 40_000 }).toMatchObject({ task: { name: task } });
    const entry = await latest();
    expect(Date.parse(entry?.stoppedAt ?? '')).toBeLessThanOrEqual(stopped);
  });
});

/** The entry of today that began last, once it is stopped. */
async function latest(): Promise<Entry | undefined> {
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Berlin' });
  const { entries } = await server.member(listEntries, { query: { from: today, to: today } });
  const recent = entries.filter((entry) => Date.parse(entry.startedAt) > Date.now() - 60_000);
  return recent.find((entry) => entry.note === '' && entry.stoppedAt !== null);
}

describe('the settings', () => {
  test('change the shortcut and let the app start with the computer', async () => {
    await screen.choose('Settings');
    const settings = await windowOf('Settings');
    await screen.tool('xdotool', 'windowactivate', '--sync', settings);
    // Sign out, the shortcut, the switch.
    await screen.press('Tab', 'Tab', 'ctrl+a');
    await screen.type('Ctrl+Alt+J');
    await screen.press('Tab', 'space', 'Tab', 'Return');
    const entry = join(screen.folder, '.config/autostart/Timegrove.desktop');
    await expect.poll(() => existsSync(entry) && readFileSync(entry, 'utf8')).toContain('--hidden');
    await screen.press('alt+F4');
    const widget = await theWindow(screen);
    await focusOther();
    await screen.press('ctrl+alt+j');
    await expect.poll(activeWindow).toBe(widget);
    await expect.poll(async () => (await geometry(widget))['HEIGHT']).toBeGreaterThan(300);
    await closed(widget);
  });
});

describe('the end', () => {
  test('a lock and sleep are recorded, and told apart from idleness', async () => {
    const records = (): unknown =>
      JSON.parse(readFileSync(join(configFolder(screen), 'away.json'), 'utf8'));
    const ended = { to: expect.any(Number) };
    screen.announce('lock');
    await expect.poll(records).toMatchObject([{ reason: 'locked', to: null }]);
    screen.announce('unlock');
    await expect.poll(records).toMatchObject([ended]);
    screen.announce('sleep');
    await expect.poll(records).toMatchObject([ended, { reason: 'asleep', to: null }]);
    screen.announce('wake');
    // Somebody is back once they touch something.
    await expect
      .poll(async () => {
        await screen.press('shift');
        return records();
      })
      .toMatchObject([ended, ended]);
  });

  test('Quit ends the app', async () => {
    void screen.choose('Quit');
    await ended(app);
    expect(app.exitCode).toBe(0);
  });
});
