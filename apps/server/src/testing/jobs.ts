import type { Jobs } from '../jobs/jobs.ts';

type Run = Parameters<Jobs['wakeRun']>[0];
type Mail = Parameters<Jobs['wakeMail']>[0];

/** Jobs that wait until the test carries them out. */
export interface TestJobs extends Jobs {
  /** The waiting runs and mails, oldest first; taking them empties the list. */
  takeRuns(): Run[];
  takeMails(): Mail[];
}

/** Makes an empty list of waiting jobs. */
export function someJobs(): TestJobs {
  const runs: Run[] = [];
  const mails: Mail[] = [];
  return {
    wakeRun: async (run) => void runs.push(run),
    wakeMail: async (mail) => void mails.push(mail),
    takeRuns: () => runs.splice(0),
    takeMails: () => mails.splice(0),
  };
}
