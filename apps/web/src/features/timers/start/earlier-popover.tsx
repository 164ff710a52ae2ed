import { Popover, Skeleton } from '@mantine/core';
import { lazy, Suspense, type ComponentProps, type ReactNode } from 'react';
import type { EarlierForm as Form } from './earlier-form.tsx';

const EarlierForm = lazy(async () => {
  const module = await import('./earlier-form.tsx');
  return { default: module.EarlierForm };
});

interface EarlierPopoverProps extends ComponentProps<typeof Form> {
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
  /** What it stands beside. */
  readonly children: ReactNode;
}

/** Asks for another start beside what opened it. */
export function EarlierPopover(props: EarlierPopoverProps) {
  const { opened, onOpened, children, onTake, ...form } = props;
  return (
    <Popover
      opened={opened}
      onChange={onOpened}
      position="bottom-end"
      width={280}
      trapFocus
      returnFocus
      withinPortal={false}
      floatingStrategy="fixed"
      middlewares={{ shift: true, flip: true }}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Skeleton height={120} />}>
          <EarlierForm
            {...form}
            onTake={(startedAt, effect) => {
              onOpened(false);
              onTake(startedAt, effect);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
