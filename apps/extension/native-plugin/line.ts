import { keepKey, newId, newSecret, readKey, type Key } from './key.ts';
import { say, type Said, type Saying } from './say.ts';
import { server } from './server.ts';
import type { Spot } from './spot.ts';

/** The one line of a page to its server, for all its buttons. */

const spots = new Set<Spot>();
let key: Key | undefined;
let listening = false;
/** What to start as soon as the member has said yes. */
let wanted: Spot | undefined;

/**
 * How this page stands with Timegrove. Undefined: nobody has asked. `waiting`: the member has not said
 * yes yet. `refused` and `revoked`: the member said no, or took it back.
 */
export let standing: 'waiting' | 'on' | 'refused' | 'revoked' | undefined;

/** Whether the server could not be reached when it was last asked. */
export let away = false;

/** The window of Timegrove in which the member allows it. */
export function windowToAllow(): string {
  return `${server}/connect?code=${key?.code}`;
}

/** Shows a spot from now on whenever something has changed about its question. */
export function follow(spot: Spot, question: Spot['question']): void {
  spots.add(spot);
  spot.question = question;
  spot.state = spot.since = spot.problem = undefined;
  spot.show();
  if (listening && standing === 'on') void read(spot);
  void listen();
}

/** Ends what `follow` began. */
export function leave(spot: Spot): void {
  spots.delete(spot);
}

/** Does what the button of a spot says. */
export async function press(spot: Spot): Promise<void> {
  spot.problem = undefined;
  // Another window of this origin may have been let in meanwhile.
  if (!key) lookForKey();
  if (standing === 'waiting') openWindow();
  else if (standing === 'on') await act(spot, spot.since ? 'stop' : 'start');
  else await connect(spot);
}

const wait = async (): Promise<void> => new Promise((done) => setTimeout(done, 1500));

function showAll(): void {
  for (const spot of spots) spot.show();
}

function stand(next: typeof standing, keyThen?: Key): void {
  standing = next;
  key = keyThen;
  keepKey(key);
  showAll();
}

function openWindow(): void {
  open(windowToAllow(), '', 'width=520,height=720');
}

async function ask(saying: Saying): Promise<Said> {
  const said = await say({ secret: key?.secret, ...saying });
  away = !said.status || said.status > 428;
  return said;
}

async function connect(spot: Spot): Promise<void> {
  const made = { id: newId(), secret: newSecret() };
  const body = { ...made, kind: 'native-plugin', name: location.host.slice(-99) };
  const said = await ask({ do: 'connect', body });
  if (said.status !== 200) return take(spot, said);
  wanted = spot;
  stand('waiting', { ...made, code: said.body.code });
  openWindow();
  void listen();
}

async function act(spot: Spot, what: 'start' | 'stop'): Promise<void> {
  spot.busy = true;
  showAll();
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  const more = what === 'start' && { id: newId(), zone };
  const said = await ask({ do: what, body: { ...spot.question, ...more } });
  spot.busy = false;
  await take(spot, said);
}

async function take(spot: Spot, { status, body }: Said): Promise<void> {
  if (status === 200) {
    const { startedAt, serverTime = '', running } = body;
    spot.state = body;
    spot.problem = undefined;
    spot.since =
      running === 'this' && Date.parse(startedAt ?? '') + Date.now() - Date.parse(serverTime);
  } else if (status === 401) await lookAtKey();
  else if (!away) spot.problem = body.message;
  showAll();
}

/** Asks how a spot stands, with `since` once that has changed; tells whether it has. */
async function read(spot: Spot, since?: string): Promise<boolean> {
  const { question, state } = spot;
  const said = await ask({ do: 'state', query: { ...question, ...(since && { since }) } });
  if (question === spot.question) await take(spot, said);
  return spot.state?.version !== state?.version;
}

/** Finds out why the key opens nothing, or nothing yet. */
async function lookAtKey(): Promise<void> {
  const { body } = await ask({ do: 'connected', params: { tokenId: key?.id ?? '' } });
  if (away) return;
  if (body.state === 'waiting') stand(body.state, key);
  else if (body.state === 'allowed' && standing === 'waiting') {
    stand('on', key);
    if (wanted) await act(wanted, 'start');
  } else stand(body.state === 'refused' ? body.state : 'revoked');
}

/** Listens as long as there is something to hear for somebody who looks. */
async function listen(): Promise<void> {
  if (listening) return;
  listening = true;
  for (;;) {
    const [spot] = spots;
    if (standing === 'waiting') await wait().then(lookAtKey);
    else if (standing === 'on' && spot && !document.hidden) await hear(spot);
    else break;
  }
  listening = false;
}

/** Waits for what comes next. One spot is asked about, and when it has moved, the others. */
async function hear(next: Spot): Promise<void> {
  spots.delete(next);
  spots.add(next);
  const all = [...spots];
  const spot = all.find(({ since }) => since) ?? next;
  // From something else the timer may come to any of several, and only that one can tell.
  const alone = !all[1] || spot.state?.running !== 'other';
  // After a silence the first answer must not wait for a change.
  const moved = await read(spot, alone && !away ? spot.state?.version : undefined);
  if (moved) for (const one of all) if (one !== spot) await read(one);
  if (away || !alone || spot.problem) await wait();
}

function lookForKey(): void {
  // Where a page may keep nothing, its own is all there is.
  key = readKey() ?? key;
  standing = key && 'on';
}

lookForKey();
document.addEventListener('visibilitychange', () => {
  if (standing !== 'waiting') lookForKey();
  void listen();
});
// The time goes on.
setInterval(showAll, 1000);
