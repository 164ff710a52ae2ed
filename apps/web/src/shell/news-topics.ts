import type { Topic } from '@timegrove/contract/news.ts';

/** Which answers, by the first element of their key, are old once there is news of a topic. */
export const answersOf: Readonly<Record<Topic, readonly string[]>> = {
  timer: ['timer', 'entries'],
  entries: ['entries'],
  tasks: ['tasks', 'assignments', 'timer', 'entries'],
  tags: ['tags'],
  assignments: ['assignments', 'tasks'],
  members: ['members', 'invitations', 'assignments', 'mails', 'me', 'integrations'],
  integrations: ['integrations'],
  runs: ['runs', 'integrations'],
};
