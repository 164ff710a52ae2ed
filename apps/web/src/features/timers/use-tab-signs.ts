import type { Entry } from '@timegrove/contract/entries.ts';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { tabTitle } from './tab-title.ts';
import { useNow } from './use-elapsed.ts';

/** Shows in the title and the icon of the window what runs and for how long. */
export function useTabSigns(running: Entry | null): void {
  const { t } = useLingui();
  const runs = running !== null;
  const now = useNow(runs);
  const title = running && tabTitle(running, { now, noTask: t`No task` });
  const before = useRef<string>(undefined);
  // After each second's rendering, because each screen sets the title as well.
  useEffect(() => {
    if (title === null || document.title === title) return;
    if (!showsTimer()) before.current = document.title;
    document.title = title;
  });
  useEffect(() => {
    if (!runs) return undefined;
    showIcon('/icon-running.svg');
    return () => {
      showIcon('/icon.svg');
      // A screen that came a moment ago has set its own already.
      if (showsTimer()) document.title = before.current ?? 'Timegrove';
    };
  }, [runs]);
}

function showsTimer(): boolean {
  return document.title.endsWith(' – Timegrove');
}

function showIcon(href: string): void {
  document.querySelector('link[rel=icon]')?.setAttribute('href', href);
}
