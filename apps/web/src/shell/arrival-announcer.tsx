import { VisuallyHidden } from '@mantine/core';
import { useArrivedTitle } from './arrival.ts';

/** Says the title of a screen when one comes to it. */
export function ArrivalAnnouncer() {
  return <VisuallyHidden component="output">{useArrivedTitle()}</VisuallyHidden>;
}
