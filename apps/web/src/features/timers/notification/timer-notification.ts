import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { wallTimeOf } from '@timegrove/domain/time/day.ts';
import { hearWhileHidden } from '../../../shell/news.ts';
import { alone } from '../questions/alone.ts';
import { noticed, type Noticed } from './noticed.ts';

const tag = 'timegrove-timer';

/** What browsers know beyond the type: buttons, and since when. */
interface TimerOptions extends NotificationOptions {
  readonly actions: readonly { readonly action: string; readonly title: string }[];
  readonly timestamp: number;
}

let turn: Promise<void> = Promise.resolve();

/** Shows the running timer as one silent notification that stays; null takes it away. */
export async function showTimer(running: Noticed | null): Promise<void> {
  // One after the other, so that the last one stands.
  turn = turn.then(async () => show(running)).catch(() => undefined);
  await turn;
}

/** Lets one window hear news also while nobody sees it, so that the notification follows what is done elsewhere. */
export async function listenWhileHidden(signal: AbortSignal): Promise<void> {
  const listen = async (): Promise<void> => {
    hearWhileHidden(true);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    hearWhileHidden(false);
  };
  await alone('timegrove.notification', listen, signal).catch(() => undefined);
}

async function show(running: Noticed | null): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  const shown = await registration.getNotifications({ tag });
  if (running === null) {
    for (const notification of shown) notification.close();
    return;
  }
  const { title, options } = wordsOf(running);
  // Every window shows it, and some systems light up again for the same words.
  const same = shown.some(
    (one) =>
      one.title === title &&
      one.body === options.body &&
      noticed.safeParse(one.data).data?.entry.id === running.entry.id,
  );
  if (same) return;
  await registration.showNotification(title, options);
}

function wordsOf(data: Noticed): { title: string; options: TimerOptions } {
  const { task, note, startedAt, zone } = data.entry;
  const start = Date.parse(startedAt);
  const time = wallTimeOf(start, zone);
  const since = i18n._(msg`since ${time}`);
  return {
    title: task?.name ?? i18n._(msg`No task`),
    options: {
      tag,
      data,
      body: [task?.path.join(' › '), note, since].filter(Boolean).join('\n'),
      silent: true,
      requireInteraction: true,
      icon: '/icon-192.png',
      badge: '/icon-badge.png',
      timestamp: start,
      actions: [
        { action: 'stop', title: i18n._(msg`Stop`) },
        { action: 'open', title: i18n._(msg`Open`) },
      ],
    },
  };
}
