import type { SandboxAccount, SandboxAccounts } from '../../kit/sandbox/simulator.ts';
import type { User } from './rows.ts';
import { uuid } from './world.ts';

/** Somebody who can try to sign in. */
export interface Person extends SandboxAccount {
  readonly user: User;
  readonly password: string;
  /** Was switched off by an administrator: neither password nor session is accepted. */
  readonly disabled: boolean;
}

function person(
  key: string,
  label: string,
  displayName: string,
  email: string,
  disabled = false,
): Person {
  const password = `sandbox-${key}-Birch7-Comet`;
  return {
    key,
    label,
    credential: { email, password },
    user: { id: uuid(`user ${key}`), email, displayName },
    password,
    disabled,
  };
}

/** The people of the sandbox, by name. */
export const people = {
  demo: person('demo', 'Demo agency, two workspaces', 'Alva Ahornbach', 'alva@agency.example'),
  colleague: person('colleague', 'A colleague', 'Enno Eschenried', 'enno@agency.example'),
  empty: person('empty', 'Without projects', 'Pim Leerhaus', 'pim@empty.example'),
  revoked: person('revoked', 'Switched off', 'Gero Grasbrink', 'gero@agency.example', true),
} as const;

/** All of them. */
export const everybody: readonly Person[] = Object.values(people);

/** The same in the words of the kit. */
export const accounts: SandboxAccounts = {
  demo: bare(people.demo),
  empty: bare(people.empty),
  revoked: bare(people.revoked),
  others: [bare(people.colleague)],
};

function bare({ key, label, credential }: Person): SandboxAccount {
  return { key, label, credential };
}
