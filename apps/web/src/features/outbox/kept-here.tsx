import { Plural } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Notice } from '../../shell/notice.tsx';
import { countWaiting } from '@timegrove/contract/device/outbox-store.ts';

/** Says to somebody who is not signed in that something they did waits on this device. */
export function KeptHere() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    void countWaiting().then(setCount);
  }, []);
  if (count === 0) return null;
  return (
    <Notice kind="hint">
      <Plural
        value={count}
        one="# change waits on this device until the one who made it signs in."
        other="# changes wait on this device until those who made them sign in."
      />
    </Notice>
  );
}
