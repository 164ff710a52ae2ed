import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconLink } from '@tabler/icons-react';
import type { Task } from '@timegrove/contract/tasks.ts';

interface StartLinkProps {
  readonly task: Task;
}

/** Copies the link that starts the timer on a task, in its menu. */
export function StartLinkItem({ task }: StartLinkProps) {
  const copy = useCopyStartLink(task);
  return (
    <Menu.Item leftSection={<IconLink size={16} />} onClick={copy}>
      <Trans>Copy start link</Trans>
    </Menu.Item>
  );
}

/** The same as a button. */
export function StartLinkButton({ task }: StartLinkProps) {
  const copy = useCopyStartLink(task);
  return (
    <Button
      className="detail-link"
      variant="default"
      leftSection={<IconLink size={16} />}
      onClick={copy}
    >
      <Trans>Copy start link</Trans>
    </Button>
  );
}

function useCopyStartLink({ id, name }: Task): () => void {
  const { t } = useLingui();
  const link = `${location.origin}/start?task=${id}`;
  const copied = (): void =>
    void notifications.show({
      color: 'grove',
      message: t`Link copied. Whoever opens it starts the timer on ${name}.`,
    });
  // Browsers let a page write to the clipboard only over https or on localhost.
  const show = (): void =>
    void notifications.show({ title: t`Copy this link`, message: link, autoClose: false });
  return () => {
    Promise.resolve()
      .then(async () => navigator.clipboard.writeText(link))
      .then(copied, show);
  };
}
