import { browser, type Browser } from '../browser.ts';
import { pagePort, pageSays, type PageSays } from '../messages.ts';
import { windowPort, windowSays, type WindowHears } from '../window-messages.ts';
import type { Desk } from './desk.ts';
import { hearWindow } from './hear-window.ts';
import { joinItem, splitItem } from './item-name.ts';
import { itemStateOf, notePlace, startItem, stopItem } from './page-items.ts';
import { synchronize } from './synchronize.ts';
import { windowStateOf } from './window-state.ts';

type Port = Browser.runtime.Port;

/** The lines to open pages and windows. */
export interface Ports {
  /** Takes a new line in. */
  take(port: Port, desk: Promise<Desk>): void;
  /** Tells everybody what has changed for them. */
  tell(desk: Desk): void;
  /** The items that open pages show. */
  followed(): readonly string[];
  /** Whether somebody has a window or a vendor's page open. */
  inUse(): boolean;
}

/** A line to a page or window: what it follows, and what it was told last. */
interface Open {
  readonly port: Port;
  readonly items: Map<string, string>;
  state: string;
}

/** Holds the lines. @param used called whenever one comes or goes */
export function makePorts(used: () => void): Ports {
  const open = new Set<Open>();
  const tellOne = (desk: Desk, one: Open): void =>
    one.port.name === windowPort ? tellWindow(desk, one) : tellPage(desk, one);
  return {
    take: (port, desk) => {
      if (port.name === windowPort ? !isOwn(port) : port.name !== pagePort)
        return port.disconnect();
      const one: Open = { port, items: new Map(), state: '' };
      open.add(one);
      port.onDisconnect.addListener(() => {
        open.delete(one);
        used();
      });
      port.onMessage.addListener((message: unknown) => void hear(one, message, desk));
      void desk.then((there) => tellOne(there, one));
      used();
    },
    tell: (desk) => open.forEach((one) => tellOne(desk, one)),
    followed: () => [...new Set([...open].flatMap(({ items }) => [...items.keys()]))],
    inUse: () => open.size > 0,
  };
}

/** Only a page of this extension may speak as one of its windows: a script in a web page may not. */
function isOwn({ sender }: Port): boolean {
  return sender?.url?.startsWith(browser.runtime.getURL('/')) === true;
}

async function hear(one: Open, message: unknown, desk: Promise<Desk>): Promise<void> {
  const there = await desk;
  if (one.port.name === windowPort) {
    const heard = windowSays.safeParse(message);
    const tell = (told: WindowHears): void => one.port.postMessage(told);
    if (heard.success) await hearWindow(there, heard.data, tell);
    return;
  }
  const heard = pageSays.safeParse(message);
  if (heard.success) await hearPage(there, one, heard.data);
}

async function hearPage(desk: Desk, one: Open, said: PageSays): Promise<void> {
  switch (said.say) {
    case 'follow-item':
      one.items.set(joinItem(said), '');
      tellPage(desk, one);
      return void (await desk.reading.item(joinItem(said)));
    case 'unfollow-item':
      return void one.items.delete(joinItem(said));
    case 'start-item':
      return startItem(desk, said);
    case 'stop':
      return stopItem(desk, said);
    case 'synchronize':
      return synchronize(desk, joinItem(said));
    case 'lost-place':
    case 'found-place':
      return notePlace(desk, said);
    case 'choose-task':
      desk.memory.change({ choosing: said.title });
      return openPopup();
    case 'open-popup':
      return openPopup();
    case 'open-options':
      return browser.runtime.openOptionsPage();
    case 'stay':
      return;
  }
}

/** Where a browser opens no popup without a click on its button, a window of its own takes its place. */
async function openPopup(): Promise<void> {
  const url = browser.runtime.getURL('/popup.html');
  await browser.action.openPopup().catch(async () => {
    await browser.windows.create({ type: 'popup', url, width: 400, height: 600 });
  });
}

function tellWindow(desk: Desk, one: Open): void {
  const state = windowStateOf(desk);
  const written = JSON.stringify(state);
  if (written === one.state) return;
  one.state = written;
  one.port.postMessage({ hear: 'state', state } satisfies WindowHears);
}

function tellPage(desk: Desk, one: Open): void {
  for (const [name, told] of one.items) {
    const state = itemStateOf(desk, splitItem(name));
    const written = JSON.stringify(state);
    if (written === told) continue;
    one.items.set(name, written);
    one.port.postMessage(state);
  }
}
