import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../pieces/bench.ts';
import { end, endWithUs } from '../pieces/children.ts';
import { atMost, type Figure } from '../pieces/figure.ts';
import { freePort } from '../pieces/free-port.ts';
import { median } from '../pieces/statistics.ts';

const rounds = 5;
const main = join(import.meta.dirname, '../../apps/server/src/main.ts');

/**
 * From the moment `node apps/server/src/main.ts` is spawned on a data folder that is there, its
 * embedded PostgreSQL stopped, to the first good answer of /readyz.
 */
export async function secondStart({ note }: Bench): Promise<Figure[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'timegrove-bench-start-'));
  try {
    const first = await timeStart(dataFolder);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await timeStart(dataFolder));
    note(
      `first start ${first.toFixed(1)} s, then ${times.map((time) => time.toFixed(2)).join(', ')} s`,
    );
    return [atMost('second-start', median(times), 's', 2)];
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function timeStart(dataFolder: string): Promise<number> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, TIMEGROVE_DATA: dataFolder, TIMEGROVE_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  endWithUs(child);
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error('the server did not start');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return (performance.now() - from) / 1000;
  } finally {
    await end(child);
  }
}

async function isReady(port: number): Promise<boolean> {
  const url = `http://127.0.0.1:${port}/readyz`;
  return fetch(url).then(
    (reply) => reply.ok,
    () => false,
  );
}
