import { Drawer } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Item } from '@timegrove/contract/outbox/item.ts';
import { useState } from 'react';
import { CorrectionForm } from './correction-form.tsx';
import { useContents } from './use-outbox.ts';
import { WaitingItem } from './waiting-item.tsx';

interface WaitingDrawerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Everything that is not with the server yet, and what a person can do about it. */
export function WaitingDrawer({ opened, onClose }: WaitingDrawerProps) {
  const { t } = useLingui();
  const { listed } = useContents();
  const [corrected, setCorrected] = useState<Item | null>(null);
  const close = (): void => {
    setCorrected(null);
    onClose();
  };
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size="26rem"
      title={corrected === null ? t`Changes on this device` : t`Correct`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {corrected !== null && <CorrectionForm item={corrected} onDone={() => setCorrected(null)} />}
      {corrected === null && listed.length === 0 && <Trans>Everything has been sent.</Trans>}
      {corrected === null && (
        <ul className="waiting-items">
          {listed.map((one) => (
            <WaitingItem key={one.item.seq} listed={one} onCorrect={setCorrected} />
          ))}
        </ul>
      )}
    </Drawer>
  );
}
