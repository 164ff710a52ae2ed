import { useState } from 'react';
import { browser } from '../browser.ts';
import { probeServer, type Probed } from '../connection/probe-server.ts';
import { permissionFor, readServerAddress } from '../connection/server-address.ts';

/** Why an address does not do. */
export type Wrong = 'no-address' | 'not-permitted' | Exclude<Probed, 'timegrove'>;

interface ServerSearch {
  readonly wrong: Wrong | null;
  readonly busy: boolean;
  /** Asks for the permission and looks what is there; calls back with the origin of a Timegrove. */
  readonly reach: (typed: string, then: (server: string) => void) => void;
  readonly forget: () => void;
}

/** Finds a server at a typed address. `reach` has to be called in the moment of a click. */
export function useServer(): ServerSearch {
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [busy, setBusy] = useState(false);
  const reach = (typed: string, then: (server: string) => void): void => {
    const server = readServerAddress(typed);
    setWrong(server === null ? 'no-address' : null);
    if (server === null) return;
    setBusy(true);
    const asked = browser.permissions.request({ origins: [permissionFor(server)] });
    const find = async (): Promise<void> => {
      const found = await look(server, asked);
      setBusy(false);
      if (found === 'timegrove') then(server);
      else setWrong(found);
    };
    void find();
  };
  return { wrong, busy, reach, forget: () => setWrong(null) };
}

async function look(server: string, asked: Promise<boolean>): Promise<Probed | 'not-permitted'> {
  const permitted = await asked.catch(() => false);
  return permitted ? probeServer(server) : 'not-permitted';
}
