import type { ListedItem } from '@timegrove/contract/outbox/contents.ts';
import { deedNamed } from '@timegrove/contract/outbox/deeds/all.ts';
import { startTimer } from '@timegrove/contract/outbox/deeds/start-timer.ts';
import { stopTimer } from '@timegrove/contract/outbox/deeds/stop-timer.ts';
import { dayOf } from '@timegrove/domain/time/day.ts';
import { chosenLanguage } from '../language/language.ts';
import { refusalText } from '../language/words.ts';
import type { WindowState } from '../window-messages.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import type { Desk } from './desk.ts';
import { entriesNow } from './shown-timer.ts';
import { spanAway } from './time-away.ts';

/** What popup and options page are to show now. */
export function windowStateOf(desk: Desk): WindowState {
  const { lost, notice, choosing, favourites, recent, asksAway, language, me, clockOffset } =
    desk.known();
  return {
    connection: connectionOf(desk),
    timer: desk.timer(),
    clockOffset,
    tasksKnown: [...favourites, ...recent].map(({ id }) => id).join(),
    today: todayOf(desk),
    waiting: desk.contents().listed.map(waitingOf),
    lost,
    away: spanAway(desk),
    choosing,
    notice: notice && { kind: notice.kind, text: notice.text },
    asksAway,
    idleMinutes: me?.idleMinutes ?? null,
    chosenLanguage: language,
    language: chosenLanguage(language, me?.language ?? null),
  };
}

function connectionOf(desk: Desk): WindowState['connection'] {
  const { connection, request, me, reached } = desk.known();
  if (request !== null) return { state: 'asking', server: request.server, code: request.code };
  if (connection === null) return { state: 'none' };
  const { server, refused } = connection;
  const about = { server, memberName: me?.name ?? '', email: me?.email ?? '' };
  if (refused) return { state: 'refused', ...about };
  return { state: reached ? 'ready' : 'away', ...about };
}

function todayOf(desk: Desk): WindowState['today'] {
  const { entries, running } = desk.known();
  const known = entries.filter(({ id }) => id !== running?.id);
  const day = dayOf(desk.now(), browserZone());
  const ofToday = entriesNow(
    running === null ? known : [...known, running],
    desk.contents(),
  ).filter((entry) => entry.day === day);
  const finished = ofToday.reduce(
    (sum, { startedAt, stoppedAt }) =>
      stoppedAt === null ? sum : sum + Date.parse(stoppedAt) - Date.parse(startedAt),
    0,
  );
  return { finished, countsRunning: ofToday.some(({ stoppedAt }) => stoppedAt === null) };
}

function waitingOf({ item }: ListedItem): WindowState['waiting'][number] {
  const { entry } = item.scene;
  const [made] = deedNamed(item.deed)?.foresee(entry === undefined ? [] : [entry], item) ?? [];
  const words = { [startTimer.name]: 'start', [stopTimer.name]: 'stop' } as const;
  return {
    seq: item.seq,
    what: words[item.deed] ?? 'change',
    taskName: (made ?? entry)?.task?.name ?? null,
    at: item.at,
    refusal: item.refusal && refusalText(item.refusal),
  };
}
