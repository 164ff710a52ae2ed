import { Drawer } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { Span } from '@timegrove/domain/time/span.ts';
import { useState } from 'react';
import { serverNow } from '../../shell/server-clock.ts';
import { browserZone } from '../session/browser-zone.ts';
import { spanOf } from './day-lines.ts';
import { additionOf, deedOf, draftFor, draftOf, proposedSpan } from './draft.ts';
import { EntryForm } from './entry-form.tsx';
import { dayQuery } from './queries.ts';
import { useDeleteEntry, useSaveEntry } from './use-entry-deeds.ts';
import { useToday } from './use-today.ts';

/** What the drawer is open for. A new entry without a span gets a proposed one. */
export type Edited =
  | { readonly kind: 'old'; readonly entry: Entry }
  | { readonly kind: 'new'; readonly span: Span | null };

interface EntryDrawerProps {
  readonly day: string;
  /** Null: closed. */
  readonly edited: Edited | null;
  readonly onClose: () => void;
}

/** Where an entry is changed or added by hand. */
export function EntryDrawer({ day, edited, onClose }: EntryDrawerProps) {
  const { t } = useLingui();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size="26rem"
      title={edited?.kind === 'new' ? t`Add time` : t`Edit entry`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {edited?.kind === 'old' && (
        <OldEntry key={edited.entry.id} entry={edited.entry} onClose={onClose} />
      )}
      {edited?.kind === 'new' && <NewEntry day={day} span={edited.span} onClose={onClose} />}
    </Drawer>
  );
}

function OldEntry({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t } = useLingui();
  const save = useSaveEntry(onClose);
  const remove = useDeleteEntry();
  return (
    <EntryForm
      initial={draftOf(entry)}
      action={t`Save`}
      busy={save.isPending}
      error={save.error}
      onSave={(draft) => {
        const deed = deedOf(draft, entry);
        if (deed === null) onClose();
        else save.mutate(deed);
      }}
      onDelete={() => {
        onClose();
        remove(entry.id);
      }}
    />
  );
}

interface NewEntryProps {
  readonly day: string;
  readonly span: Span | null;
  readonly onClose: () => void;
}

function NewEntry({ day, span, onClose }: NewEntryProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const today = useToday();
  const save = useSaveEntry(onClose);
  // One id for all tries, so that a repeated click adds nothing twice.
  const [id] = useState(() => newId<'entry'>());
  const [initial] = useState(() => {
    const zone = browserZone();
    const now = serverNow();
    const ends = (client.getQueryData(dayQuery(day).queryKey) ?? []).map(
      (entry) => spanOf(entry, now).end,
    );
    const lastEnd = ends.length === 0 ? undefined : Math.max(...ends);
    return draftFor(span ?? proposedSpan(lastEnd, { day, today, now, zone }), zone);
  });
  return (
    <EntryForm
      initial={initial}
      action={t`Add time`}
      busy={save.isPending}
      error={save.error}
      onSave={(draft) => save.mutate(additionOf(draft, id))}
    />
  );
}
