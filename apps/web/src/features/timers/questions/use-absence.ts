import { useLocalStorage } from '@mantine/hooks';
import type { Entry } from '@timegrove/contract/entries.ts';
import { minute, type Span } from '@timegrove/domain/time/span.ts';
import { useEffect, useEffectEvent } from 'react';
import { serverNow } from '../../../shell/server-clock.ts';
import { useMe } from '../../session/queries.ts';
import { alone } from './alone.ts';
import {
  absence,
  askedSpan,
  left,
  returned,
  type Absence,
} from '@timegrove/ui/time-away/time-away.ts';
import { watchPresence, type Presence } from './presence.ts';
import { useAwayPermission } from './use-away-permission.ts';

const key = 'timegrove.absence';

interface Asked {
  /** The time away that nobody has decided about yet. */
  readonly away: Span | null;
  /** Ends the question in all windows; true in the one window that is to act on the answer. */
  readonly settle: () => Promise<boolean>;
}

/** Notices that the member was away while a timer ran, in one window for all, also over a reload. */
export function useAbsence(running: Entry): Asked {
  const [remembered, remember, forget] = useLocalStorage<Absence | null>({
    key,
    defaultValue: null,
    getInitialValueInEffect: false,
    deserialize: readAbsence,
  });
  useWatch(running, remember);
  const settle = (): Promise<boolean> =>
    alone(key, async () => {
      const still = readAbsence(window.localStorage.getItem(key) ?? undefined);
      forget();
      return still?.entryId === running.id;
    });
  return { away: askedSpan(remembered, running), settle };
}

function useWatch(running: Entry, remember: (absence: Absence | null) => void): void {
  const { idleMinutes } = useMe();
  const allowed = useAwayPermission() === 'granted';
  const threshold = (idleMinutes ?? 0) * minute;
  const tell = useEffectEvent((presence: Presence): void => {
    // Another window may have written it a moment ago.
    const before = readAbsence(window.localStorage.getItem(key) ?? undefined);
    if (presence.kind === 'present') remember(returned(before, serverNow()));
    else remember(left(before, running, { since: serverNow() - presence.for, threshold }));
  });
  useEffect(() => {
    if (!allowed || threshold === 0) return undefined;
    const end = new AbortController();
    const { signal } = end;
    const watch = async (): Promise<void> => {
      await watchPresence({ threshold, signal, tell: (presence) => tell(presence) });
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    };
    alone('timegrove.presence', watch, signal).catch(() => undefined);
    return () => end.abort();
  }, [allowed, threshold]);
}

function readAbsence(kept: string | undefined): Absence | null {
  try {
    return absence.nullable().parse(JSON.parse(kept ?? 'null'));
  } catch {
    return null;
  }
}
