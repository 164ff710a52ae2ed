import { useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.layer.css';
import { phone } from './phone.ts';

/** The notifications of this window, four at once; on a phone at the top, away from timer and navigation. */
export function NoticeBoard() {
  const onPhone = useMediaQuery(phone);
  return <Notifications position={onPhone ? 'top-center' : 'bottom-right'} limit={4} />;
}
