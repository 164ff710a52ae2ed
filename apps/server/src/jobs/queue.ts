import { isId, type AccountId, type MailId, type RunId } from '@timegrove/domain/id.ts';
import pLimit from 'p-limit';
import { PgBoss, type Job, type JobResult } from 'pg-boss';
import { z } from 'zod';
import { findWaitingMails } from '../features/mails/find-waiting-mails.ts';
import { sendMail, type SendingDesk } from '../features/mails/send-mail.ts';
import type { Engine } from '../features/sync/engine.ts';
import { executeRun } from '../features/sync/execute-run.ts';
import type { RunKey } from '../features/sync/read-work.ts';
import { sweep } from '../features/sync/sweep.ts';
import { forgetDone } from '../http/done-once.ts';
import type { Jobs } from './jobs.ts';

/** The jobs of one server process; several processes share the work of one database. */
export interface Queue extends Jobs {
  /** Begins to work: on what waits, on what comes, and every minute on what was missed. */
  work(engine: Engine, post: SendingDesk['post']): Promise<void>;
  stop(): Promise<void>;
}

const runJob = z.object({
  accountId: z.custom<AccountId>((value) => isId(value)),
  runId: z.custom<RunId>((value) => isId(value)),
});
const mailJob = z.object({
  accountId: z.custom<AccountId>((value) => isId(value)),
  mailId: z.custom<MailId>((value) => isId(value)),
});

/** Most of their time they wait for their vendors. */
const runsAtOnce = 24;
const mailsAtOnce = 50;
const mailsInARow = 10;

/** Opens the queue in the database. */
export async function openQueue(url: string, complain: (error: Error) => void): Promise<Queue> {
  const boss = new PgBoss({ connectionString: url, max: 4, useListenNotify: true });
  let stopping = false;
  // A connection that ends while the queue is being stopped ends as it should.
  boss.on('error', (error) => stopping || complain(error));
  await boss.start();
  await boss.createQueue('run', { notify: true, retryLimit: 0 });
  await boss.createQueue('mail', {
    notify: true,
    retryLimit: 6,
    retryDelay: 10,
    retryBackoff: true,
  });
  await boss.createQueue('sweep', { policy: 'short', retryLimit: 0 });
  return {
    wakeRun: async (run) => void (await boss.send('run', run)),
    wakeMail: async (mail) => void (await boss.send('mail', mail)),
    work: async (engine, post) => begin({ boss, engine, post, complain }),
    stop: async () => {
      stopping = true;
      await boss.stop({ graceful: false });
    },
  };
}

interface Workshop {
  readonly boss: PgBoss;
  readonly engine: Engine;
  readonly post: SendingDesk['post'];
  readonly complain: (error: Error) => void;
}

async function begin({ boss, engine, post, complain }: Workshop): Promise<void> {
  const desk: SendingDesk = { db: engine.database.db, post, now: engine.now };
  const quick = { pollingIntervalSeconds: 2 };
  const runs = pLimit(runsAtOnce);
  // A job is done as soon as its run has begun: the run may wait for its vendor for hours, and the
  // sweep sees by the run itself whether it was finished.
  const beginRun = async (run: RunKey): Promise<void> => {
    const begun = Promise.withResolvers<void>();
    const execute = async (): Promise<void> => {
      begun.resolve();
      await executeRun(engine, run);
    };
    runs(execute).catch(complain);
    await begun.promise;
  };
  await boss.work('run', { ...quick, batchSize: runsAtOnce }, async (jobs: Job[]) => {
    for (const { data } of jobs) await beginRun(runJob.parse(data));
  });
  const many = { batchSize: mailsInARow, burstWhenBatchFull: true, perJobResults: true } as const;
  await boss.work('mail', { ...quick, ...many }, async (jobs: Job[]) => {
    const results: JobResult[] = [];
    for (const job of jobs) results.push(await trySend(desk, job));
    return results;
  });
  await boss.work('sweep', async () => wakeMissed(boss, engine, post));
  await boss.schedule('sweep', '* * * * *');
  await wakeMissed(boss, engine, post);
}

/** One mail that does not go out is tried again by itself; the others need not wait for it. */
async function trySend(desk: SendingDesk, { id, data }: Job): Promise<JobResult> {
  try {
    return { id, status: 'completed', output: await sendMail(desk, mailJob.parse(data)) };
  } catch (error) {
    return { id, status: 'failed', output: String(error) };
  }
}

/** What a crash or a lost wake-up left behind is woken again; work in good hands ignores it. */
async function wakeMissed(boss: PgBoss, engine: Engine, post: SendingDesk['post']): Promise<void> {
  await forgetDone(engine.database.db, engine.now());
  for (const run of await sweep(engine)) await boss.send('run', run, { singletonKey: run.runId });
  if (post === null) return;
  for (const mail of await findWaitingMails(engine.database.db, engine.now(), mailsAtOnce)) {
    await boss.send('mail', mail, { singletonKey: mail.mailId });
  }
}
