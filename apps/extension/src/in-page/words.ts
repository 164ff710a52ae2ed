import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { Face, Offer, Why } from './face.ts';

const labels: Readonly<Record<Face['is'], MessageDescriptor>> = {
  asking: msg`Start timer`,
  start: msg`Start timer`,
  explain: msg`Start timer`,
  stop: msg`Stop tracking`,
  stopping: msg`Stopping…`,
};

const reasons: Readonly<Record<Why, MessageDescriptor>> = {
  'not-connected': msg`This browser is not connected to a Timegrove server yet.`,
  refused: msg`Timegrove does not let this browser in any more: the connection was revoked.`,
  away: msg`Timegrove cannot be reached at the moment.`,
  unknown: msg`This is not imported into Timegrove yet.`,
  'still-unknown': msg`This did not come with the synchronization either. Perhaps nobody imports it, or whoever connected the tool cannot see it.`,
  'unknown-by-hand': msg`This is not imported into Timegrove. An administrator brings it in the integration’s settings.`,
  archived: msg`This is archived in Timegrove: no new time can be put on it.`,
  'not-assigned': msg`You are not assigned to this in Timegrove, so you cannot put time on it.`,
  'no-integration': msg`Nothing is imported from here into your Timegrove.`,
  several: msg`Several tasks in Timegrove have this name. Which one is it?`,
};

const offers: Readonly<Record<Exclude<Offer['to'], 'start'>, MessageDescriptor>> = {
  stop: msg`Stop tracking`,
  connect: msg`Connect…`,
  synchronize: msg`Synchronize`,
  'choose-task': msg`Choose a task…`,
};

/** What stands on the button. */
export const labelOf = (face: Face): string => i18n._(labels[face.is]);

/** What the button is called where nothing else says what it is about. */
export function nameOf(face: Face, title: string): string {
  return title === '' ? labelOf(face) : `${labelOf(face)}: ${title}`;
}

/** What stands on an offer. */
export const offerText = (offer: Offer): string =>
  offer.to === 'start' ? offer.words : i18n._(offers[offer.to]);

/** The sentence below the button; undefined where there is nothing to say. */
export function sentenceOf(face: Face): string | undefined {
  switch (face.is) {
    case 'explain':
      return i18n._(reasons[face.why]);
    case 'stopping':
      return i18n._(
        msg`Not stopped yet: the server has not confirmed it. It is sent as soon as it can be reached.`,
      );
    case 'stop':
      return face.waiting
        ? i18n._(
            msg`Not sent yet: the time counts from now, and the server gets it as soon as it can be reached.`,
          )
        : undefined;
    case 'asking':
    case 'start':
      return undefined;
  }
}
