import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

interface SidePanelProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Beside the tree in a wide window, over it in a narrow one. */
export function SidePanel({ opened, onClose, children }: SidePanelProps) {
  const { t } = useLingui();
  const wide = useMediaQuery('(min-width: 68em)', true, { getInitialValueInEffect: false });
  if (wide) {
    return opened ? (
      <aside className="projects-side" aria-label={t`Task`}>
        {children}
      </aside>
    ) : null;
  }
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size="min(100vw, 26rem)">
      <Drawer.Overlay />
      <Drawer.Content aria-label={t`Task`}>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
