import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { identityOf } from './process-identity.ts';
import { startEmbedded, StartRefused, type EmbeddedPostgres } from './start-embedded.ts';

const isRoot = process.getuid?.() === 0;
const launcher = new URL('./start-embedded.ts', import.meta.url).href;

const folders: string[] = [];
const children: ChildProcess[] = [];
const servers: EmbeddedPostgres[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tg-test-'));
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}

async function start(dataFolder: string, lines: string[] = []): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ dataFolder, say: (line) => lines.push(line) });
  servers.push(server);
  return server;
}

async function ask(server: EmbeddedPostgres, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** A Timegrove in a process of its own; answers once its PostgreSQL takes connections. */
async function startElsewhere(dataFolder: string): Promise<ChildProcess> {
  const code = `import { startEmbedded } from ${JSON.stringify(launcher)};
    await startEmbedded({ dataFolder: ${JSON.stringify(dataFolder)}, say() {} });
    process.stdout.write('ready');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

function postmasterPid(dataFolder: string): number {
  return Number.parseInt(readFileSync(pidFile(dataFolder), 'utf8'), 10);
}

function pidFile(dataFolder: string): string {
  return join(dataFolder, 'postgres', 'cluster', 'postmaster.pid');
}

async function endOrphan(pid: number): Promise<void> {
  if (identityOf(pid) !== null) process.kill(pid, 'SIGQUIT');
  await expect.poll(() => identityOf(pid), { timeout: 5000 }).toBeNull();
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) {
    if (existsSync(pidFile(folder))) await endOrphan(postmasterPid(folder));
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('the first start', () => {
  it('offers an empty database in UTF-8 that finds umlauts, to a user who is no superuser', async () => {
    const server = await start(newFolder());
    expect(await ask(server, 'select current_database()')).toBe('timegrove');
    expect(await ask(server, 'select rolsuper from pg_roles where rolname = user')).toBe(false);
    await ask(server, 'create extension pg_trgm');
    expect(await ask(server, `select similarity('Öl', 'öl')`)).toBe(1);
    expect(await ask(server, `select 'ÄRGER' ilike 'ärger'`)).toBe(true);
  });

  it('keeps the password readable by its owner alone and listens on no network', async () => {
    const folder = newFolder();
    const server = await start(folder);
    expect(statSync(join(folder, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'postgres'))).not.toContain('initdb-password');
    expect(await ask(server, 'show listen_addresses')).toBe('');
    expect(await ask(server, 'show fsync')).toBe('on');
  });

  it('begins anew where an earlier first start was cut off', async () => {
    const folder = newFolder();
    const draft = join(folder, 'postgres', 'cluster.new-0123');
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'PG_VERSION'), '18\n');
    expect(await ask(await start(folder), 'select 1')).toBe(1);
    expect(existsSync(draft)).toBe(false);
  });

  it('works in a folder whose path is too long for a socket, and leaves no temporary folder', async () => {
    const folder = join(newFolder(), 'a path/with ümlauts & signs?#%20'.repeat(5));
    const server = await start(folder);
    expect(await ask(server, 'select 1')).toBe(1);
    const socket = new URL(server.url).searchParams.get('host') ?? '';
    expect(existsSync(join(socket, '.s.PGSQL.5432'))).toBe(true);
    await server.stop();
    expect(socket.startsWith(folder)).toBe(false);
    expect(existsSync(socket)).toBe(false);
  });

  it.runIf(isRoot)('works below a folder that only root can enter', async () => {
    const closed = newFolder();
    chmodSync(closed, 0o700);
    const server = await start(join(closed, 'data'));
    await ask(server, 'create table kept (id int)');
    await server.stop();
    expect(await ask(await start(join(closed, 'data')), 'select count(*) from kept')).toBe('0');
  });
});

describe('a later start', () => {
  it('finds what was written before, and the stopped server is gone', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await ask(first, 'create table kept as select 42 as answer');
    const pid = postmasterPid(folder);
    await first.stop();
    expect(identityOf(pid)).toBeNull();
    expect(existsSync(pidFile(folder))).toBe(false);
    expect(await ask(await start(folder), 'select answer from kept')).toBe(42);
  });

  it('takes over the server of a Timegrove that was killed, and stops it in the end', async () => {
    const folder = newFolder();
    await kill(await startElsewhere(folder));
    const pid = postmasterPid(folder);
    const lines: string[] = [];
    const server = await start(folder, lines);
    expect(await ask(server, 'select 1')).toBe(1);
    expect(postmasterPid(folder)).toBe(pid);
    expect(lines).toEqual(['Took over the PostgreSQL that an earlier run had left behind.']);
    await server.stop();
    expect(identityOf(pid)).toBeNull();
  });

  it('recovers after Timegrove and PostgreSQL were both killed', async () => {
    const folder = newFolder();
    const other = await startElsewhere(folder);
    const pid = postmasterPid(folder);
    await kill(other);
    process.kill(pid, 'SIGKILL');
    const server = await start(folder);
    expect(await ask(server, 'select 1')).toBe(1);
    expect(postmasterPid(folder)).not.toBe(pid);
  });

  it('is not blocked by another program that now has the pid of the dead server', async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    const { uid, gid } = statSync(join(folder, 'postgres', 'cluster'));
    const stranger = spawn('sleep', ['60'], { ...(isRoot ? { uid, gid } : {}), stdio: 'ignore' });
    children.push(stranger);
    const socket = join(folder, 'postgres', 'socket');
    const stale = [stranger.pid, join(folder, 'postgres', 'cluster'), 1, 5432, '../socket', ''];
    writeFileSync(pidFile(folder), [...stale, '', 'ready   ', ''].join('\n'), { mode: 0o644 });
    writeFileSync(join(socket, '.s.PGSQL.5432'), '');
    writeFileSync(join(socket, '.s.PGSQL.5432.lock'), `${stranger.pid}\n`, { mode: 0o644 });
    expect(await ask(await start(folder), 'select 1')).toBe(1);
    expect(stranger.exitCode).toBeNull();
  });
});

describe('a running server', () => {
  it('is started again under the same address when it dies', async () => {
    const folder = newFolder();
    const lines: string[] = [];
    const server = await start(folder, lines);
    await ask(server, 'create table kept as select 42 as answer');
    process.kill(postmasterPid(folder), 'SIGKILL');
    const answer = async () => ask(server, 'select answer from kept').catch(() => null);
    await expect.poll(answer, { timeout: 15_000 }).toBe(42);
    expect(lines).toContain('PostgreSQL has ended unexpectedly, starting it again.');
  });

  it('refuses a second Timegrove on its data folder, naming the first', async () => {
    const folder = newFolder();
    const first = await startElsewhere(folder);
    const second = startEmbedded({ dataFolder: folder, say: () => {} });
    await expect(second).rejects.toThrow(StartRefused);
    await expect(second).rejects.toThrow(
      `Another Timegrove (pid ${first.pid}) already uses the data folder ${folder}. ` +
        'Stop it first, or set TIMEGROVE_DATA to another folder.',
    );
  });

  it('goes down with a process that just exits', async () => {
    const folder = newFolder();
    const code = `import { startEmbedded } from ${JSON.stringify(launcher)};
      await startEmbedded({ dataFolder: ${JSON.stringify(folder)}, say() {} });
      process.exit(7);`;
    expect(spawnSync(process.execPath, ['--input-type=module', '-e', code]).status).toBe(7);
    await expect.poll(() => existsSync(pidFile(folder)), { timeout: 5000 }).toBe(false);
  });
});

describe('a start that cannot be', () => {
  it('names the PostgreSQL version that made the data', async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    writeFileSync(join(folder, 'postgres', 'cluster', 'PG_VERSION'), '17\n');
    await expect(start(folder)).rejects.toThrow(/PostgreSQL version 17.*brings version 18/);
    await expect(start(folder)).rejects.toThrow(StartRefused);
  });

  it('says so where a file stands in the way of the data folder', async () => {
    const file = join(newFolder(), 'data');
    writeFileSync(file, '');
    await expect(start(file)).rejects.toThrow(StartRefused);
    await expect(start(file)).rejects.toThrow(`${file} is in the way`);
  });

  it.skipIf(isRoot)('says so where it has no right to the folder', async () => {
    const closed = newFolder();
    chmodSync(closed, 0o500);
    await expect(start(join(closed, 'data'))).rejects.toThrow(/no right to write to/);
  });
});
