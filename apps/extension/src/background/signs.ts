import { i18n } from '@lingui/core';
import { formatElapsed } from '@timegrove/domain/time/duration.ts';
import { browser } from '../browser.ts';
import { noTask } from '../language/words.ts';
import type { Desk } from './desk.ts';
import { spanAway } from './time-away.ts';

interface Signs {
  readonly badge: string;
  readonly color: string;
  readonly title: string;
}

const green = '#2c7d4a';
const amber = '#a35200';
const red = '#b02a2a';

/** Shows on the button in the toolbar what runs and for how long, and what needs somebody. */
export async function showSigns(desk: Desk): Promise<void> {
  const { badge, color, title } = signsOf(desk);
  await Promise.all([
    browser.action.setBadgeText({ text: badge }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title }),
  ]);
}

/** What the button in the toolbar shows now. */
function signsOf(desk: Desk): Signs {
  const { connection } = desk.known();
  if (connection === null) return { badge: '', color: green, title: 'Timegrove' };
  if (connection.refused) return { badge: '!', color: red, title: refusedTitle() };
  const timer = desk.timer();
  if (timer === null) return { badge: '', color: green, title: idleTitle() };
  const name = timer.entry.task?.name ?? noTask();
  if (timer.waiting === 'stop') return { badge: '…', color: amber, title: waitingTitle(name) };
  // Four characters fit: hours and minutes.
  const elapsed = formatElapsed(Date.parse(timer.entry.startedAt), desk.now()).slice(0, -3);
  const asked = spanAway(desk) !== null;
  return {
    badge: asked ? '?' : elapsed,
    color: asked ? amber : green,
    title: `${elapsed} ${name} – Timegrove`,
  };
}

function refusedTitle(): string {
  return i18n._('title-refused', {}, { message: 'Timegrove – connect again' });
}

function idleTitle(): string {
  return i18n._('title-idle', {}, { message: 'Timegrove – nothing is running' });
}

function waitingTitle(name: string): string {
  return i18n._('title-waiting', { name }, { message: '{name} – the stop waits for the server' });
}
