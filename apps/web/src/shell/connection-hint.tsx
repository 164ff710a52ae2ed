import { Trans } from '@lingui/react/macro';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useConnection } from './news.ts';
import './connection-hint.css';

const patience = 2000;

/** Says that the server is away, once it has been away for two seconds. */
export function ConnectionHint() {
  const away = useConnection() === 'away';
  return <output className="connection-place">{away && <Late />}</output>;
}

function Late() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), patience);
    return () => window.clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <span className="connection-hint">
      <IconPlugConnectedX size={16} aria-hidden />
      <Trans>The server is away. Reconnecting; what you see may be old.</Trans>
    </span>
  );
}
