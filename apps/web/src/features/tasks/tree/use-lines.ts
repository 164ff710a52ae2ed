import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Row } from './flatten.ts';
import type { Tree } from './use-tree.ts';

/** The lines of the tree that are near the part of the page one sees, and where each stands. */
export function useLines(tree: Tree, list: RefObject<HTMLDivElement | null>) {
  const touch = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false });
  const top = useTop(list);
  const height = touch ? 44 : 36;
  // oxlint-disable-next-line react/incompatible-library -- nothing is compiled with React Compiler
  const virtual = useWindowVirtualizer({
    count: tree.rows.length,
    estimateSize: () => height,
    getItemKey: (index) => rowKey(tree.rows[index]),
    scrollMargin: top,
    scrollPaddingStart: 140,
    scrollPaddingEnd: 120,
    overscan: 10,
  });
  const scrollTo = (index: number): void => virtual.scrollToIndex(index);
  const { startIndex, endIndex } = virtual.range ?? { startIndex: 0, endIndex: 0 };
  useReadAhead(tree, { startIndex, endIndex });
  useAnchor(tree.rows, startIndex, height);
  useSought(tree, (index) => {
    // While the lists are hidden, the page shows something else, which stays where it is.
    if (list.current?.offsetParent != null) scrollTo(index);
  });
  return { virtual, top, scrollTo };
}

/** How many lines before the last read one of a branch more of it is asked for. */
const ahead = 400;

interface Seen {
  readonly startIndex: number;
  readonly endIndex: number;
}

/** Reads on in the branches whose end comes near, so that scrolling seldom has to wait. */
function useReadAhead({ rows, deeds }: Tree, { startIndex, endIndex }: Seen): void {
  useEffect(() => {
    for (const row of rows.slice(startIndex, endIndex + ahead)) {
      if (row.type === 'more') deeds.readMore(row.parent);
    }
  }, [rows, deeds, startIndex, endIndex]);
}

/** Keeps what one looks at where it is when lines come in above it. */
function useAnchor(rows: readonly Row[], startIndex: number, height: number): void {
  const last = useRef({ rows, index: 0, key: '' });
  useLayoutEffect(() => {
    const { key, index } = last.current;
    const changed = last.current.rows !== rows && index > 0;
    const now = changed ? rows.findIndex((row) => rowKey(row) === key) : -1;
    if (now < 0) {
      last.current = { rows, index: startIndex, key: rowKey(rows[startIndex]) };
      return;
    }
    last.current = { rows, index: now, key };
    if (now !== index) window.scrollBy(0, (now - index) * height);
  }, [rows, startIndex, height]);
}

/** Brings the sought task into view; where its branch is read in part, reads on until it is there. */
function useSought(
  { rows, focused, sought, deeds }: Tree,
  scrollTo: (index: number) => void,
): void {
  useEffect(() => {
    if (sought === null) return;
    const index = rows.findIndex((row) => row.type === 'task' && row.task.id === sought.id);
    const left = focused !== sought.id;
    if (index >= 0 && !left) scrollTo(index);
    if (index >= 0 || left) deeds.seek(null);
    else if (rows.some((row) => row.type === 'more' && row.parent === sought.parentId))
      deeds.readMore(sought.parentId);
  }, [rows, focused, sought, deeds, scrollTo]);
}

/** How far from the top of the page the list begins; what stands before it may be folded. */
function useTop(list: RefObject<HTMLDivElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      const rect = list.current?.getBoundingClientRect();
      setTop(Math.round((rect?.top ?? 0) + window.scrollY));
    };
    measure();
    const watch = new ResizeObserver(measure);
    if (list.current?.parentElement) watch.observe(list.current.parentElement);
    return () => watch.disconnect();
  }, [list]);
  return top;
}

/** While a moved task is read, it may stand in both branches for a moment, so its id alone will not do. */
function rowKey(row: Row | undefined): string {
  if (row === undefined) return '';
  return `${row.type === 'task' ? row.task.id : row.type}:${row.parent ?? 'top'}`;
}
