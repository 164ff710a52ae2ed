import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { refuse } from './refuse.mjs';
import { inRoot } from './root.mjs';

const OLDEST_FOR_SCRIPTS = 20;
const OLDEST_FOR_TIMEGROVE = 24;

/**
 * Brings everything that Timegrove needs to run: the dependencies, and a Node 24. Answers with the
 * path of that Node and with the environment in which programs find it first.
 */
export function prepare() {
  if (major() < OLDEST_FOR_SCRIPTS) {
    refuse(`Timegrove needs Node 20 or newer to start, and this is Node ${process.versions.node}.`);
  }
  ensureDependencies();
  const node = findNode();
  const path = [dirname(node), process.env.PATH].filter(Boolean).join(delimiter);
  return { node, env: { ...process.env, PATH: path } };
}

function findNode() {
  if (major() >= OLDEST_FOR_TIMEGROVE) return process.execPath;
  const installed = inRoot(`node_modules/node-${process.platform}-${process.arch}`, 'bin/node');
  // It may be there and still not run, as on a Linux without glibc.
  if (existsSync(installed) && spawnSync(installed, ['--version']).status === 0) return installed;
  refuse(
    `Timegrove runs on Node ${OLDEST_FOR_TIMEGROVE} or newer, this is Node ${process.versions.node}, and none ` +
      `could be brought for ${process.platform}-${process.arch}: install it from https://nodejs.org.`,
  );
}

function major() {
  return Number.parseInt(process.versions.node, 10);
}
