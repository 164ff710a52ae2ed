import { useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';

const NoticeBoard = lazy(async () => {
  const module = await import('./notice-board.tsx');
  return { default: module.NoticeBoard };
});

/** Where notifications appear; what draws them is loaded with the first one. */
export function Notices() {
  const { notifications } = useNotifications();
  const [needed, setNeeded] = useState(false);
  if (!needed && notifications.length > 0) setNeeded(true);
  return <Suspense>{needed && <NoticeBoard />}</Suspense>;
}
