import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { pageTitle } from './page-title.ts';

interface OfferedNoteProps {
  readonly note: string;
  readonly onTake: (note: string) => void;
}

/** Offers the title of the page below the popup as a note. */
export function OfferedNote({ note, onTake }: OfferedNoteProps) {
  const [title, setTitle] = useState<string | null>(null);
  useEffect(() => {
    let over = false;
    const look = async (): Promise<void> => {
      const found = await pageTitle();
      if (!over) setTitle(found);
    };
    void look();
    return () => {
      over = true;
    };
  }, []);
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
