import type { Me, changeMe } from '@timegrove/contract/session.ts';
import type { z } from 'zod';

/** The own profile as it stands in the form: a number that is being typed is a text. */
export interface ProfileDraft extends Pick<
  Me,
  'name' | 'zone' | 'language' | 'weekStart' | 'workingMinutes'
> {
  readonly asksWhenIdle: boolean;
  readonly idleMinutes: number | string;
}

const usualIdle = 10;

/** The stored profile, ready to be edited. */
export function draftOf(me: Me): ProfileDraft {
  const { name, zone, language, weekStart, workingMinutes, idleMinutes } = me;
  return {
    name,
    zone,
    language,
    weekStart,
    workingMinutes,
    asksWhenIdle: idleMinutes !== null,
    idleMinutes: idleMinutes ?? usualIdle,
  };
}

/** What to send; a number that was left empty is sent as what it is, so that its rule is told. */
export function profileOf({
  asksWhenIdle,
  idleMinutes,
  ...rest
}: ProfileDraft): z.input<typeof changeMe.body> {
  const minutes = idleMinutes === '' ? Number.NaN : Number(idleMinutes);
  return { ...rest, idleMinutes: asksWhenIdle ? minutes : null };
}
