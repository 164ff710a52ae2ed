import { prepare } from './environment.mjs';
import { chromium, ensureBrowser, firefox } from './find-browser.mjs';
import { refuse } from './refuse.mjs';
import { counted } from './run-vitest.mjs';
import { steps } from './test-steps.mjs';

const GROUPS = [...new Set(steps.map(({ group }) => group))];

const { only, more } = readArguments(process.argv.slice(2));
const chosen = steps.filter(({ group }) => only === null || group === only);
const { node, env } = prepare();
const browsers = chosen.some(({ group }) => group === 'e2e') ? findBrowsers() : {};

process.exitCode = await checkAll({ node, env: { ...env, ...browsers }, more });

async function checkAll(on) {
  for (const { title, check } of chosen) {
    console.log(`\n── ${title}`);
    const start = Date.now();
    const code = await check(on);
    console.log(`── ${title}: ${code === 0 ? 'good' : 'failed'}, ${seconds(start)} s`);
    if (code !== 0) return finish(code);
  }
  return finish(0);
}

function findBrowsers() {
  return { CHROMIUM: ensureBrowser(chromium), FIREFOX: ensureBrowser(firefox) };
}

/** The sums stand alone on the last line, where a program that reads the output looks for them. */
function finish(code) {
  if (counted.runs > 0) console.log(`\n${counted.passed} passed, ${counted.failed} failed`);
  return code;
}

function readArguments(args) {
  if (args[0] !== '--only') return { only: null, more: args };
  if (GROUPS.includes(args[1])) return { only: args[1], more: args.slice(2) };
  return refuse(`--only takes one of these: ${GROUPS.join(', ')}.`);
}

function seconds(start) {
  return ((Date.now() - start) / 1000).toFixed(1);
}
