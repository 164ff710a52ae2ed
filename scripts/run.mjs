import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PATIENCE_AFTER_CTRL_C_MS = 12_000;

/**
 * Runs programs, each given as { command, args, env, cwd }, side by side until all have ended: the
 * first to end takes the others with it, and a request to stop this script is passed on to them.
 * Answers with the exit code for this script. Several programs that need each other have failed
 * when one ends without being asked to.
 */
export async function runTogether(programs) {
  const children = programs.map(launch);
  const stopAll = () => {
    for (const child of children) if (isRunning(child)) child.kill('SIGTERM');
  };
  const request = awaitRequest(stopAll);
  const ends = children.map(async (child) => endOf(child));
  const first = await Promise.race(ends);
  stopAll();
  const all = await Promise.all(ends);
  request.forget();
  if (request.came()) return Math.max(...all);
  return programs.length > 1 ? first || 1 : first;
}

/** Runs one program to its end and answers with its exit code. */
export async function run(program) {
  return runTogether([program]);
}

function launch({ command, args, env, cwd = root }) {
  return spawn(command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
}

function isRunning(child) {
  return child.exitCode === null && child.signalCode === null;
}

async function endOf(child) {
  return new Promise((done) => {
    child.once('error', (error) => {
      console.error(`${child.spawnfile} could not be run: ${error.message}`);
      done(1);
    });
    child.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
}

/** Waits for a signal, or for the end of the npm that started this script, which npm does not announce. */
function awaitRequest(act) {
  const timers = new Set();
  let came = false;
  const parent = process.ppid;
  const listener = (signal) => {
    came = true;
    // A Ctrl-C has reached the programs too, and a second one would hurry them.
    const fromTerminal = signal === 'SIGINT' && process.stdin.isTTY;
    timers.add(setTimeout(() => act(), fromTerminal ? PATIENCE_AFTER_CTRL_C_MS : 0));
  };
  const lookForNpm = () => came || process.ppid === parent || listener('SIGTERM');
  if (process.env.npm_lifecycle_event) timers.add(setInterval(lookForNpm, 1000));
  for (const signal of SIGNALS) process.on(signal, listener);
  return {
    came: () => came,
    forget: () => {
      for (const timer of timers) clearTimeout(timer);
      for (const signal of SIGNALS) process.off(signal, listener);
    },
  };
}
