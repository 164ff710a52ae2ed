import { useEffect, useState } from 'react';

/** `unsupported`: this browser cannot tell; `prompt`: it has not been asked yet. */
export type AwayPermission = PermissionState | 'unsupported';

/** Whether this browser tells when nobody is at the computer. */
export function useAwayPermission(): AwayPermission {
  const [permission, setPermission] = useState<AwayPermission>('unsupported');
  useEffect(() => {
    if (window.IdleDetector === undefined) return undefined;
    const end = new AbortController();
    const follow = async (): Promise<void> => {
      const status = await navigator.permissions.query({ name: 'idle-detection' });
      if (end.signal.aborted) return;
      setPermission(status.state);
      const change = (): void => setPermission(status.state);
      status.addEventListener('change', change, { signal: end.signal });
    };
    follow().catch(() => undefined);
    return () => end.abort();
  }, []);
  return permission;
}

/** Asks the person to let the browser tell when nobody is there; only right after a click. */
export async function askForAwayPermission(): Promise<void> {
  await window.IdleDetector?.requestPermission();
}
