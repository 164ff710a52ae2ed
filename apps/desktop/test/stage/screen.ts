import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { z } from 'zod';

const execute = promisify(execFile);

const entry = z.object({ label: z.string(), enabled: z.boolean() });
/** An entry of the tray's menu. */
export type MenuEntry = z.output<typeof entry>;

const said = z.union([
  z.object({ said: z.literal('ready') }),
  z.object({ said: z.literal('notice'), title: z.string(), body: z.string() }),
  z.object({ said: z.enum(['menu', 'choose']), entries: z.array(entry) }),
]);
type Said = z.output<typeof said>;

/** A screen with a window manager and a desktop on a bus of its own, as one person sits before it. */
export interface Screen {
  /** A folder for what programs keep; their home. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** What notifications were shown, in their order. */
  readonly notices: readonly { readonly title: string; readonly body: string }[];
  /** Runs a program of X11 to its end and gives what it printed. */
  tool(program: string, ...args: readonly string[]): Promise<string>;
  /** Presses keys, e.g. `ctrl+k`. */
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** What stands in the tray's menu; empty while there is no tray. */
  menu(): Promise<readonly MenuEntry[]>;
  /** Clicks an entry of the tray's menu. */
  choose(label: string): Promise<void>;
  /** Lets the desktop announce something about itself. */
  announce(what: 'lock' | 'unlock' | 'sleep' | 'wake'): void;
  /** Starts a program that ends with the screen at the latest. */
  start(
    program: string,
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): ChildProcess;
  end(): Promise<void>;
}

// Nothing is started on this bus but by the test: so there is a keyring only where a test wants one.
const busSettings = (socket: string): string => `<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`;

/** Raises a screen. */
export async function raiseScreen(): Promise<Screen> {
  const folder = await mkdtemp(join(tmpdir(), 'timegrove-screen-'));
  const children: ChildProcess[] = [];
  const [socket, runtime] = [join(folder, 'bus'), join(folder, 'run')];
  await mkdir(runtime, { mode: 0o700 });
  await writeFile(join(folder, 'bus.conf'), busSettings(socket));
  const display = await raiseDisplay(children);
  const env = {
    PATH: process.env['PATH'] ?? '',
    LANG: 'C.UTF-8',
    HOME: folder,
    XDG_RUNTIME_DIR: runtime,
    DISPLAY: display,
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}`,
    DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${socket}`,
    NO_AT_BRIDGE: '1',
    TZ: 'Europe/Berlin',
  };
  const start: Screen['start'] = (program, args, more = {}) => {
    const child = spawn(program, args, {
      env: { ...env, ...more },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.push(child);
    return child;
  };
  const bus = ['--config-file', join(folder, 'bus.conf'), '--nofork', '--nosyslog'];
  children.push(spawn('dbus-daemon', bus, { env, stdio: 'ignore' }));
  children.push(spawn('openbox', ['--sm-disable'], { env, stdio: 'ignore' }));
  const desk = await raiseDesk(start);
  const tool: Screen['tool'] = async (program, ...args) =>
    (await execute(program, args, { env })).stdout;
  return {
    folder,
    env,
    notices: desk.notices,
    tool,
    press: async (...keys) => void (await tool('xdotool', 'key', '--delay', '40', ...keys)),
    type: async (text) => void (await tool('xdotool', 'type', '--delay', '40', text)),
    menu: () => desk.ask('menu'),
    choose: async (label) => void (await desk.ask('choose', label)),
    announce: (what) => desk.tell(what),
    start,
    end: async () => {
      for (const child of children.toReversed()) child.kill();
      await Promise.all(children.map(ended));
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits until a program has ended. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('exit', resolve));
}

/** X11 chooses a free number itself, and writes it when it is ready. */
async function raiseDisplay(children: ChildProcess[]): Promise<string> {
  const args = ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) return `:${line.trim()}`;
  throw new Error('Xvfb did not start');
}

async function raiseDesk(start: Screen['start']) {
  const notices: { title: string; body: string }[] = [];
  const waiting: ((entries: MenuEntry[]) => void)[] = [];
  const ready = Promise.withResolvers<undefined>();
  const take = (told: Said): void => {
    if (told.said === 'ready') ready.resolve(undefined);
    else if (told.said === 'notice') notices.push({ title: told.title, body: told.body });
    else waiting.shift()?.(told.entries);
  };
  const launch = (): ChildProcess => {
    const child = start('/usr/bin/python3', [join(import.meta.dirname, 'desk.py')]);
    if (child.stdout === null) throw new Error('the desktop says nothing');
    createInterface({ input: child.stdout }).on('line', (line) =>
      take(said.parse(JSON.parse(line))),
    );
    return child;
  };
  const child = launch();
  child.once('exit', (code) => ready.reject(new Error(`the desktop ended with ${code}`)));
  await ready.promise;
  const tell = (...words: readonly string[]): void =>
    void child.stdin?.write(`${words.join(' ')}\n`);
  const ask = (...words: readonly string[]): Promise<MenuEntry[]> => {
    const answer = new Promise<MenuEntry[]>((resolve) => waiting.push(resolve));
    tell(...words);
    return answer;
  };
  return { notices, tell, ask };
}
