import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** A Ctrl-C reaches this script from the terminal and once more from npm. */
const SAME_KEYSTROKE_MS = 500;

/**
 * Runs programs, each given as { command, args, env, cwd }, side by side until all have ended: the
 * first to end takes the others with it, and a request to stop this script is passed on to them.
 * Answers with the exit code for this script. Several programs that need each other have failed
 * when one ends without being asked to.
 */
export async function runTogether(programs) {
  const children = programs.map(launch);
  let asked = false;
  const stopAll = (signal) => {
    for (const child of children) if (isRunning(child)) child.kill(signal);
  };
  const forget = onSignals((signal) => {
    asked = true;
    stopAll(signal);
  });
  const ends = children.map(async (child) => endOf(child));
  const first = await Promise.race(ends);
  stopAll('SIGTERM');
  const all = await Promise.all(ends);
  forget();
  if (asked) return Math.max(...all);
  return programs.length > 1 ? first || 1 : first;
}

/** Runs one program to its end and answers with its exit code. */
export async function run(program) {
  return runTogether([program]);
}

function launch({ command, args, env, cwd = root }) {
  // In a group of its own it hears of a Ctrl-C once, from us.
  return spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
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

function onSignals(act) {
  let last = 0;
  const listener = (signal) => {
    const now = Date.now();
    if (now - last > SAME_KEYSTROKE_MS) act(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    last = now;
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return () => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
}
