import type { KeptLine } from '@timegrove/contract/keep-connected.ts';
import { browser } from '../browser.ts';
import { chosenLanguage, speak } from '../language/language.ts';
import { lookAtRequest } from './connect.ts';
import { makeDesk, type Desk } from './desk.ts';
import { followNews } from './follow-news.ts';
import { openMemory, type Connection } from './memory.ts';
import { makePorts, type Ports } from './ports.ts';
import { showSigns } from './signs.ts';
import { startOrStop } from './start-or-stop.ts';
import { noteState, watchPresence } from './time-away.ts';

const everyMinute = 'look';
const requestEvery = 2000;

/**
 * The background. The browser ends it when nothing happens and starts it anew for every event, so
 * all listeners are there at once and wait for what is read from the device.
 */
export function runBackground(): void {
  const ports = makePorts(() => void desk.then((there) => lines.look(there)));
  const lines = makeLines(ports);
  const desk = openDesk(ports, lines.look);
  const then = (work: (desk: Desk) => unknown) => (): void => void desk.then(work);
  browser.runtime.onConnect.addListener((port) => ports.take(port, desk));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.runtime.openOptionsPage();
  });
  browser.runtime.onStartup.addListener(then(lookAround));
  browser.alarms.onAlarm.addListener(then(lookAround));
  browser.commands.onCommand.addListener((command) => {
    if (command === 'start-or-stop') void desk.then(startOrStop);
  });
  browser.idle.onStateChanged.addListener((state) => {
    void desk.then((there) => noteState(there, state));
  });
  void setAlarm();
}

async function setAlarm(): Promise<void> {
  // Set anew, it would begin to wait anew.
  if ((await browser.alarms.get(everyMinute)) !== undefined) return;
  await browser.alarms.create(everyMinute, { periodInMinutes: 1 });
}

async function openDesk(ports: Ports, look: (desk: Desk) => void): Promise<Desk> {
  const desk = makeDesk(await openMemory(), () => ports.followed());
  const show = (): void => {
    const { language, me } = desk.known();
    speak(chosenLanguage(language, me?.language ?? null));
    ports.tell(desk);
    void showSigns(desk);
    look(desk);
  };
  show();
  desk.subscribe(show);
  await desk.open();
  watchPresence(desk);
  // Who looks has a line to the server opened, and that begins with reading everything.
  if (!ports.inUse()) void lookAround(desk);
  return desk;
}

/** What there is to do when nobody looks: what waits goes out, and what others did comes in. */
async function lookAround(desk: Desk): Promise<void> {
  await lookAtRequest(desk);
  const { connection } = desk.known();
  if (connection === null || connection.refused) return;
  desk.outbox()?.wake();
  await desk.reading.all();
  watchPresence(desk);
  await showSigns(desk);
}

/** Keeps the line to the server open while somebody looks, and asks about a sign-in while one waits. */
function makeLines(ports: Ports) {
  let followed: { readonly connection: Connection; readonly line: KeptLine } | null = null;
  let asking: ReturnType<typeof setInterval> | undefined;
  const news = (desk: Desk): void => {
    const { connection } = desk.known();
    if (followed !== null && followed.connection.token !== connection?.token) {
      followed.line.end();
      followed = null;
    }
    if (connection === null || connection.refused) return;
    if (!ports.inUse()) return followed?.line.rest();
    if (followed !== null) return followed.line.wake();
    const found = (): void => {
      if (!desk.known().reached) desk.memory.change({ reached: true });
      desk.outbox()?.wake();
    };
    const line = followNews(connection, { memory: desk.memory, reading: desk.reading, found });
    followed = { connection, line };
  };
  const request = (desk: Desk): void => {
    const waits = desk.known().request !== null;
    if (waits) asking ??= setInterval(() => void lookAtRequest(desk), requestEvery);
    else {
      clearInterval(asking);
      asking = undefined;
    }
  };
  return {
    look: (desk: Desk): void => {
      news(desk);
      request(desk);
    },
  };
}
