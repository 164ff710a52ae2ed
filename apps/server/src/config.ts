import { resolve } from 'node:path';
import { foldersNamed } from '@timegrove/providers/kit/find-folders.ts';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.stringbool().default(false);
const url = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

const environment = z.object({
  /** Where everything is kept that must survive. */
  TIMEGROVE_DATA: z.string().min(1).default('./data'),
  /** Any PostgreSQL from 15 on; left out, an embedded one runs inside the data folder. */
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  TIMEGROVE_PORT: port.default(4747),
  TIMEGROVE_HOST: z.string().min(1).default('127.0.0.1'),
  /** The address under which people reach the server; links in mails begin with it. */
  TIMEGROVE_URL: url.optional(),
  /** Behind a reverse proxy: true, or how many stand in a row. Callers are then known by what the outermost says. */
  TIMEGROVE_TRUST_PROXY: z.union([flag, z.coerce.number().int().min(2).max(9)], {
    error: 'must be true, false, or how many reverse proxies stand in a row',
  }),
  /** 64 hex digits, or several such keys separated by commas, the newest first; left out, a key file in the data folder is used. */
  TIMEGROVE_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}(?:\s*,\s*[0-9a-f]{64})*$/, {
      error: 'must be 64 hex digits, or several such keys separated by commas',
    })
    .optional(),
  /** smtp(s)://user:password@host:port; left out, mails are kept in the Outbox. */
  TIMEGROVE_SMTP: z.string().startsWith('smtp').optional(),
  TIMEGROVE_MAIL_FROM: z.string().default('Timegrove <timegrove@localhost>'),
  TIMEGROVE_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Fills a demo team on first start and shows its log-ins. */
  TIMEGROVE_DEMO: flag,
  /** The sandbox that stands in for every vendor. */
  TIMEGROVE_SANDBOX: url.optional(),
  /** Folders of further providers, separated by commas. */
  TIMEGROVE_PROVIDERS: z.string().default(''),
});

/** Everything an operator can set, read once at start. */
export interface Config {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** How many reverse proxies stand between the callers and the server. */
  readonly proxies: number;
  readonly key: string | undefined;
  readonly smtp: string | undefined;
  readonly mailFrom: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly demo: boolean;
  /** The sandbox's address, without a slash at the end. */
  readonly sandbox: string | undefined;
  /** Absolute folders of providers outside the repository. */
  readonly providerFolders: readonly string[];
  /** Vendor addresses that differ from the provider's own, by provider id. */
  readonly vendorUrl: (providerId: string, apiPath: string) => string | undefined;
}

/** A setting is wrong; the message is one sentence that names it. */
export class ConfigError extends Error {}

/** Reads the settings. `TIMEGROVE_URL_<PROVIDER>` points one vendor elsewhere. @throws ConfigError */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`The setting ${issue?.path.join('.')} is wrong: ${issue?.message}.`);
  }
  const set = parsed.data;
  const vendorUrls = readVendorUrls(env);
  const sandbox = set.TIMEGROVE_SANDBOX?.replace(/\/+$/, '');
  return {
    dataFolder: resolve(set.TIMEGROVE_DATA),
    databaseUrl: set.DATABASE_URL,
    port: set.TIMEGROVE_PORT,
    host: set.TIMEGROVE_HOST,
    publicUrl: (set.TIMEGROVE_URL ?? `http://localhost:${set.TIMEGROVE_PORT}`).replace(/\/+$/, ''),
    proxies: Number(set.TIMEGROVE_TRUST_PROXY),
    key: set.TIMEGROVE_KEY,
    smtp: set.TIMEGROVE_SMTP,
    mailFrom: set.TIMEGROVE_MAIL_FROM,
    logLevel: set.TIMEGROVE_LOG,
    demo: set.TIMEGROVE_DEMO,
    sandbox,
    providerFolders: foldersNamed(set.TIMEGROVE_PROVIDERS),
    vendorUrl: (providerId, apiPath) =>
      vendorUrls.get(vendorSetting(providerId)) ??
      (sandbox === undefined ? undefined : `${sandbox}/${providerId}${apiPath}`),
  };
}

/** The addresses of vendors that an operator has set, by the name of the setting. @throws ConfigError */
function readVendorUrls(
  env: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith(vendorSetting('')) || value === undefined) continue;
    const address = url.safeParse(value);
    if (!address.success)
      throw new ConfigError(`The setting ${name} must be an http or https address.`);
    found.set(name, address.data);
  }
  return found;
}

function vendorSetting(providerId: string): string {
  return `TIMEGROVE_URL_${providerId.toUpperCase().replaceAll('-', '_')}`;
}
