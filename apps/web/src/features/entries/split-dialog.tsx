import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { readEndTime, wallTimeOf } from '@timegrove/domain/time/day.ts';
import { formatDuration } from '@timegrove/domain/time/duration.ts';
import { minute, type Span } from '@timegrove/domain/time/span.ts';
import { TimeField } from '@timegrove/ui/time-field/time-field.tsx';
import { useState } from 'react';
import { spanOf } from './day-lines.ts';
import { splitting } from './deeds/reversible.ts';
import { useReversible } from './deeds/use-reversible.ts';

interface SplitDialogProps {
  readonly entry: Entry;
  readonly onClose: () => void;
}

/** Asks when to split a finished entry; the middle is proposed. */
export function SplitDialog({ entry, onClose }: SplitDialogProps) {
  const { t } = useLingui();
  const act = useReversible();
  const span = spanOf(entry, 0);
  const [at, setAt] = useState(() => middleOf(span));
  const isInside = span.start < at && at < span.end;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Split entry`}
      size="sm"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isInside) return;
          onClose();
          act(splitting(entry, new Date(at).toISOString()), t`Entry split`);
        }}
      >
        <Stack gap="sm">
          <TimeField
            label={t`Split at`}
            first
            value={wallTimeOf(at, entry.zone)}
            onChange={(time) => setAt(readEndTime(span.start, time, entry.zone))}
            error={isInside ? undefined : t`Choose a time inside the entry.`}
          />
          {isInside && (
            <Text size="sm" c="dimmed" className="numbers">
              <Half span={{ start: span.start, end: at }} zone={entry.zone} />
              <br />
              <Half span={{ start: at, end: span.end }} zone={entry.zone} />
            </Text>
          )}
          <Group gap="xs" justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" disabled={!isInside}>
              <Trans>Split</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Half({ span: { start, end }, zone }: { span: Span; zone: string }) {
  return (
    <>
      {wallTimeOf(start, zone)} – {wallTimeOf(end, zone)} · {formatDuration(end - start)}
    </>
  );
}

function middleOf({ start, end }: Span): number {
  const middle = (start + end) / 2;
  const full = Math.round(middle / minute) * minute;
  return start < full && full < end ? full : Math.floor(middle);
}
