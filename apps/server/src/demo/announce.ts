import { loadSandboxes } from '@timegrove/providers/kit/load-sandboxes.ts';
import type { Config } from '../config.ts';
import { demoLogins } from './fill-demo.ts';

/** What a visitor of the demo needs to know: who to be, and which credentials the vendors' sandbox takes. */
export async function announce(config: Config): Promise<string> {
  const logins = demoLogins.map(
    ({ role, email, password }) => `  ${role.padEnd(14)} ${email}  ${password}`,
  );
  const vendors = await vendorLines(config);
  return [
    '',
    'Sign in as',
    ...logins,
    '',
    `Vendors to integrate (sandbox ${config.sandbox ?? ''})`,
    ...vendors,
    '',
  ].join('\n');
}

async function vendorLines({ sandbox: url = '', providerFolders }: Config): Promise<string[]> {
  const { loaded } = await loadSandboxes({ extraFolders: providerFolders });
  return loaded.map(({ id, sandbox }) => {
    const { name, accounts } = sandbox.start({ size: 'agency', mount: `/${id}` });
    const credential = Object.values(accounts.demo.credential).join('  ');
    return `  ${name.padEnd(14)} ${credential}  (${url}/${id}/)`;
  });
}
