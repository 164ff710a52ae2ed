import { loadavg } from 'node:os';
import { figures } from './figures.ts';
import { inJson, inWords, type Figure } from './pieces/figure.ts';
import { startScratch } from './pieces/scratch.ts';

const args = process.argv.slice(2);
const json = args.includes('--json');
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const names = Object.keys(figures);

if (args.includes('--only') && !names.includes(only ?? '')) {
  console.error(`--only takes one of these: ${names.join(', ')}.`);
  process.exit(1);
}

/** Notes are for people; with --json only figures are written. */
function note(text: string): void {
  if (!json) console.log(`  (${text}; load ${loadavg()[0]?.toFixed(1)})`);
}

function tell(figure: Figure): void {
  console.log(json ? inJson(figure) : inWords(figure));
  if (!figure.holds) process.exitCode = 1;
}

const scratch = await startScratch();
process.once('SIGINT', () => void scratch.stop().then(() => process.exit(130)));
process.once('SIGTERM', () => void scratch.stop().then(() => process.exit(143)));
try {
  for (const [name, measure] of Object.entries(figures)) {
    if (only !== undefined && name !== only) continue;
    for (const figure of await measure({ scratch, note })) tell(figure);
  }
} finally {
  await scratch.stop();
}
