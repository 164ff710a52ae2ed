import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';

/** The notifications of this window, four at once. */
export function NoticeBoard() {
  return <Notifications position="bottom-right" limit={4} />;
}
