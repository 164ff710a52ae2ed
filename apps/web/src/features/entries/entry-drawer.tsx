import { Drawer } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import type { Span } from '@timegrove/domain/time/span.ts';
import { useState } from 'react';
import { serverNow } from '../../shell/server-clock.ts';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import { spanOf } from './day-lines.ts';
import { additionOf, changeOf, draftFor, draftOf, proposedSpan, type Draft } from './draft.ts';
import { EntryForm } from './entry-form.tsx';
import { useWhose } from './people/whose.ts';
import { deleting } from './deeds/reversible.ts';
import { useReversible } from './deeds/use-reversible.ts';
import { useSaveEntry } from './use-save-entry.ts';
import { useShownEntries } from './use-shown-entries.ts';
import { useToday } from './use-today.ts';

/** What the drawer is open for. A new entry without a span gets a proposed one; a copy begins as another entry is. */
export type Edited =
  | { readonly kind: 'old'; readonly entry: Entry }
  | { readonly kind: 'new'; readonly span: Span | null }
  | { readonly kind: 'copy'; readonly entry: Entry };

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
      title={edited?.kind === 'old' ? t`Edit entry` : t`Add time`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {edited?.kind === 'old' && (
        <OldEntry key={edited.entry.id} entry={edited.entry} onClose={onClose} />
      )}
      {edited?.kind === 'new' && <Addition day={day} span={edited.span} onClose={onClose} />}
      {edited?.kind === 'copy' && (
        <NewEntry key={edited.entry.id} initial={draftOf(edited.entry)} onClose={onClose} />
      )}
    </Drawer>
  );
}

function OldEntry({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t } = useLingui();
  const save = useSaveEntry(onClose);
  const act = useReversible();
  return (
    <EntryForm
      initial={draftOf(entry)}
      action={t`Save`}
      busy={save.isPending}
      error={save.error}
      onSave={(draft) => {
        const change = changeOf(draft, entry);
        if (change === null) onClose();
        else save.mutate(change);
      }}
      onDelete={() => {
        onClose();
        act(deleting([entry]), t`Entry deleted`);
      }}
    />
  );
}

interface AdditionProps {
  readonly day: string;
  readonly span: Span | null;
  readonly onClose: () => void;
}

function Addition({ day, span, onClose }: AdditionProps) {
  const today = useToday();
  const { entries } = useShownEntries(day);
  const [initial] = useState(() => {
    const zone = browserZone();
    const now = serverNow();
    const ends = (entries ?? []).map((entry) => spanOf(entry, now).end);
    const lastEnd = ends.length === 0 ? undefined : Math.max(...ends);
    return draftFor(span ?? proposedSpan(lastEnd, { day, today, now, zone }), zone);
  });
  return <NewEntry initial={initial} onClose={onClose} />;
}

function NewEntry({ initial, onClose }: { initial: Draft; onClose: () => void }) {
  const { t } = useLingui();
  const { other } = useWhose();
  const save = useSaveEntry(onClose);
  // One id for all tries, so that a repeated click adds nothing twice.
  const [id] = useState(() => newId<'entry'>());
  return (
    <EntryForm
      initial={initial}
      action={t`Add time`}
      busy={save.isPending}
      error={save.error}
      onSave={(draft) => save.mutate(additionOf(draft, id, other?.memberId))}
    />
  );
}
