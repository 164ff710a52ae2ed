import { z } from 'zod';

/** What news can be about. A client asks again for what it shows of that topic. */
export const topics = [
  'timer',
  'entries',
  'tasks',
  'tags',
  'assignments',
  'members',
  'integrations',
  'runs',
] as const;
export type Topic = (typeof topics)[number];

/** One piece of news, as a Server-Sent Event's data on `GET /api/news`. */
export const news = z.object({
  topic: z.enum(topics),
  /** The thing it is about, where one thing is meant. */
  id: z.string().optional(),
});
export type News = z.output<typeof news>;

/** Reads the data of one event; undefined for what a newer server may tell that this client does not know yet. */
export function readNews(data: unknown): News | undefined {
  try {
    return news.safeParse(JSON.parse(String(data))).data;
  } catch {
    return undefined;
  }
}

/** Where the Server-Sent Events are; needs a session. */
export const newsPath = '/api/news';
