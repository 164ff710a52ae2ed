import type { VendorHttp, VendorReply, VendorRequest } from '@timegrove/domain/provider.ts';
import { changedShape } from './shape.ts';

/** What one page of a list held. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly reply: VendorReply;
  /** 1 for the first page. */
  readonly number: number;
}

/** A list that is read in pages: how to read the rows of an answer, and what to ask for next. */
export interface PagedList<Row> {
  readonly first: VendorRequest;
  /** @throws ProviderFailure `changed-shape` */
  readonly rows: (reply: VendorReply) => readonly Row[];
  /** The request for the page after this one; null when this was the last. */
  readonly next: (page: Page<Row>) => VendorRequest | null;
}

/**
 * Reads a list page by page, whatever the way to the next page is: a number, a key, a cursor.
 * The list is read whole when the generator ends without throwing. It does not look for doubles.
 * @throws ProviderFailure also when the vendor gives the same page twice
 */
export async function* pages<Row>(
  http: VendorHttp,
  list: PagedList<Row>,
): AsyncGenerator<Page<Row>, void, void> {
  let request: VendorRequest | null = list.first;
  let before = '';
  for (let number = 1; request !== null; number += 1) {
    const reply = await http.send(request);
    const page: Page<Row> = { rows: list.rows(reply), reply, number };
    const ends = page.rows.length === 0 ? '' : JSON.stringify([page.rows[0], page.rows.at(-1)]);
    // A vendor that ignores the page number would be read for ever.
    if (ends !== '' && ends === before)
      throw changedShape(`GET ${request.path} (page ${number} is the page before it again)`);
    before = ends;
    yield page;
    request = list.next(page);
  }
}

/** A list with `?page=1&size=…`, in the names that the vendor uses. */
export interface NumberedList<Row> {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly pageName: string;
  readonly sizeName: string;
  readonly size: number;
  /** The sizes a vendor may use who does not heed ours: a page of exactly that many is not the last. */
  readonly doubtfulSizes?: readonly number[];
  readonly rows: (reply: VendorReply) => readonly Row[];
  /** The page size that the answer itself tells, as when the vendor caps ours. */
  readonly statedSize?: (reply: VendorReply) => number | undefined;
  /** The number of rows on all pages, where the answer tells it. */
  readonly total?: (reply: VendorReply) => number | undefined;
}

/**
 * Reads a page-numbered list with as few requests as the answers allow: until a `Link` header has no
 * next page, the stated total is reached, or, where neither is sent, until a short or empty page.
 * @throws ProviderFailure
 */
export function numberedPages<Row>(
  http: VendorHttp,
  list: NumberedList<Row>,
): AsyncGenerator<Page<Row>, void, void> {
  let seen = 0;
  const ask = (number: number): VendorRequest => ({
    path: list.path,
    query: { ...list.query, [list.sizeName]: list.size, [list.pageName]: number },
    headers: list.headers ?? {},
  });
  return pages(http, {
    first: ask(1),
    rows: list.rows,
    next(page) {
      seen += page.rows.length;
      return isLast(list, page, seen) ? null : ask(page.number + 1);
    },
  });
}

function isLast<Row>(list: NumberedList<Row>, page: Page<Row>, seen: number): boolean {
  const count = page.rows.length;
  if (count === 0) return true;
  const link = page.reply.headers['link'];
  if (link !== undefined) return !hasNext(link);
  const total = list.total?.(page.reply);
  if (total !== undefined) return seen >= total;
  const isDoubtful = list.doubtfulSizes?.includes(count) ?? false;
  return count < (list.statedSize?.(page.reply) ?? list.size) && !isDoubtful;
}

/** Tells whether a `Link` header (RFC 8288) names a next page. */
export function hasNext(link: string): boolean {
  return /;\s*rel="?([^";]*\s)?next(\s[^";]*)?"?/i.test(link);
}
