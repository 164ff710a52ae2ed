import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binOf } from './bin-of.mjs';
import { run } from './run.mjs';

/** What all vitest runs of this script have counted together, and how many runs there were. */
export const counted = { runs: 0, passed: 0, failed: 0 };

/** Runs vitest, adds its numbers to `counted`, and answers with its exit code. */
export async function runVitest({ node, env, more }, args) {
  const folder = mkdtempSync(join(tmpdir(), 'timegrove-counts-'));
  const file = join(folder, 'counts.json');
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const code = await run({
      command: node,
      args: [binOf('vitest'), 'run', ...args, ...reports, ...more],
      env,
    });
    return count(file) ? code : code || 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** False when vitest ended without saying what it did, which is never a success. */
function count(file) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    counted.runs += 1;
    counted.passed += numPassedTests;
    counted.failed += numFailedTests + testResults.filter(isBroken).length;
    for (const name of testResults.flatMap(secondTries))
      console.log(`Passed at the second try only: ${name}`);
    return true;
  } catch {
    return false;
  }
}

/** Tests that passed keep the failures of the tries before. */
function secondTries({ assertionResults }) {
  return assertionResults
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
    .map(({ fullName }) => fullName);
}

/** A file that fails before or after its tests counts as one failure, for none of them tells of it. */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
}
