import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { freePort } from './free-port.ts';
import { picture } from './picture.ts';
import { startProgram, type Program } from './program.ts';
import { meisterTask, vendorAt, type MeisterTask, type Vendor } from './sandbox.ts';
import { watch, type ExpectedAnswer, type Watch } from './watch.ts';

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** How a window differs from the usual one: a laptop in Berlin, light. */
export type Look = Pick<
  BrowserContextOptions,
  'viewport' | 'colorScheme' | 'timezoneId' | 'locale' | 'hasTouch' | 'isMobile'
>;

/** A server with its sandbox and a browser, there as long as a test file runs. */
export interface Stage {
  readonly url: string;
  readonly vendor: MeisterTask;
  /** Another simulated vendor, by the name of its folder. */
  vendorOf(id: string): Vendor;
  /** What the server said when it started. */
  said(): string;
  /** A new window of somebody who was never here. */
  window(look?: Look): Promise<Page>;
  /** A new window of somebody for whom the app has another address. */
  windowAt(address: string): Promise<Page>;
  /** A window with a simulated vendor's own page. */
  board(id: string): Promise<Page>;
  /** One more window of the same person, beside the first: a tab behind another one is drawn seldom. */
  another(page: Page): Promise<Page>;
  /** One more window of the same browser, which keeps what the browser keeps; at another address, if given. */
  beside(page: Page, address?: string): Promise<Page>;
  /** Ends the server as a power cut would. */
  loseServer(): Promise<void>;
  /** Starts the lost server again. */
  raiseServer(): Promise<void>;
  /** Lets the server's clock go ahead of the machine's, by so many milliseconds in all. */
  moveServerClock(ahead: number): Promise<void>;
  /** Lets the server refuse something in a window without that being trouble. */
  expectAnswer(page: Page, answer: ExpectedAnswer): void;
}

interface Raised {
  readonly url: string;
  readonly sandbox: string;
  said(): string;
  readonly browser: Browser;
  loseServer(): Promise<void>;
  raiseServer(): Promise<void>;
  moveServerClock(ahead: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * What a stage is like. `demo`: started as `npm run demo` does. `filled`: with the same team in it.
 * `empty`: as a first visitor finds it.
 */
export type Setting = 'demo' | 'filled' | 'empty';

/** Raises a stage for a test file. @param clock `movable`: the server's clock can be moved */
export function useStage(setting: Setting, clock: 'true' | 'movable' = 'true'): Stage {
  let raised: Raised | undefined;
  const watches = new Map<Page, Watch>();
  const there = (): Raised => {
    if (raised === undefined) throw new Error('the stage is not raised yet');
    return raised;
  };
  const watched = (page: Page, origin: string): Page => {
    watches.set(page, watch(page, origin));
    page.setDefaultTimeout(15_000);
    return page;
  };
  beforeAll(async () => {
    raised = await raise(setting, clock === 'movable');
  }, 150_000);
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await pictureAll([...watches.keys()], task.name);
    const troubles = [...watches.values()].flatMap((one) => one.take());
    expect(troubles, 'what went wrong in a window unseen').toEqual([]);
  });
  afterAll(async () => raised?.stop());
  const open = async (look: BrowserContextOptions, address: string): Promise<Page> => {
    const context = await there().browser.newContext({ ...usualLook, ...look });
    return watched(await context.newPage(), address);
  };
  const window = async (look: BrowserContextOptions = {}): Promise<Page> => open(look, there().url);
  const board = async (id: string): Promise<Page> => {
    const page = await open({}, there().sandbox);
    await page.goto(`${there().sandbox}/${id}/`);
    return page;
  };
  return {
    get url() {
      return there().url;
    },
    get vendor() {
      return meisterTask(there().sandbox);
    },
    vendorOf: (id) => vendorAt(there().sandbox, id),
    said: () => there().said(),
    window,
    windowAt: async (address) => open({}, address),
    board,
    another: async (page) => window({ storageState: await page.context().storageState() }),
    beside: async (page, address = there().url) => watched(await page.context().newPage(), address),
    loseServer: () => there().loseServer(),
    raiseServer: () => there().raiseServer(),
    moveServerClock: (ahead) => there().moveServerClock(ahead),
    expectAnswer: (page, answer) => watches.get(page)?.expect(answer),
  };
}

const movedClock = new URL('moved-clock.ts', import.meta.url).href;

const usualLook: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  colorScheme: 'light',
  reducedMotion: 'reduce',
};

async function raise(setting: Setting, movable: boolean): Promise<Raised> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'timegrove-stage-'));
  const clock = `${dataFolder}.clock`;
  const moveServerClock = async (ahead: number): Promise<void> => {
    await writeFile(`${clock}.next`, String(ahead));
    await rename(`${clock}.next`, clock);
  };
  if (movable) await moveServerClock(0);
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const [url, sandbox] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${sandboxPort}`];
  const env = {
    TIMEGROVE_DATA: dataFolder,
    TIMEGROVE_PORT: String(port),
    TIMEGROVE_URL: url,
    TIMEGROVE_SANDBOX: sandbox,
    TIMEGROVE_SANDBOX_PORT: String(sandboxPort),
    TIMEGROVE_LOG: 'warn',
    TIMEGROVE_DEMO: String(setting !== 'empty'),
    ...(movable && { STAGE_CLOCK: clock, NODE_OPTIONS: `--import=${movedClock}` }),
  };
  const scripts =
    setting === 'demo'
      ? ['scripts/demo.mjs']
      : ['apps/sandbox/src/main.ts', 'apps/server/src/main.ts'];
  const programs: Program[] = [];
  const startNext = async (script: string): Promise<void> => {
    const readyAt = script.includes('sandbox') ? `${sandbox}/` : `${url}/readyz`;
    programs.push(await startProgram(script, env, readyAt));
  };
  for (const script of scripts) await startNext(script);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: browserArguments,
  });
  return {
    url,
    sandbox,
    said: () => programs.map((program) => program.said()).join(''),
    browser,
    loseServer: async () => programs.pop()?.stop('SIGKILL'),
    raiseServer: () => startNext(scripts.at(-1) ?? ''),
    moveServerClock,
    stop: async () => {
      await browser.close();
      await Promise.all(programs.map((program) => program.stop()));
      if (existsSync(dataFolder)) await rm(dataFolder, { recursive: true, force: true });
      await rm(clock, { force: true });
    },
  };
}

async function pictureAll(pages: readonly Page[], name: string): Promise<void> {
  const open = pages.filter((page) => !page.isClosed());
  await Promise.all(open.map((page, at) => picture(page, `failed/${name} ${at + 1}`)));
}
