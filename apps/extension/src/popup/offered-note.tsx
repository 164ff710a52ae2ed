import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { pageTitle } from './page-title.ts';

interface OfferedNoteProps {
  /** The server that this browser is connected to. */
  readonly server: string;
  readonly note: string;
  readonly onTake: (note: string) => void;
}

/** Offers the title of the page below the popup as a note. */
export function OfferedNote({ server, note, onTake }: OfferedNoteProps) {
  const [title, setTitle] = useState<string | null>(null);
  useEffect(() => {
    const end = new AbortController();
    const look = async (): Promise<void> => {
      // At the first moment a browser may not know yet over which window its popup stands.
      for (let wait = 50; !end.signal.aborted && wait < 2000; wait *= 2) {
        const found = await pageTitle(server);
        if (found !== null) return end.signal.aborted ? undefined : setTitle(found);
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    };
    void look();
    return () => end.abort();
  }, [server]);
  if (title === null || note !== '') return null;
  return (
    <Button
      className="popup-offer"
      size="compact-sm"
      variant="default"
      fullWidth
      justify="flex-start"
      onClick={() => onTake(title)}
    >
      <Trans>
        Note: “<bdi>{title}</bdi>”
      </Trans>
    </Button>
  );
}
