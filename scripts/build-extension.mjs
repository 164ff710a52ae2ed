import { prepare } from './environment.mjs';
import { buildAll } from './extension-build.mjs';

// The zip files for the browsers' shops, and beside them the folders to load while developing.
process.exitCode = buildAll(prepare());
if (process.exitCode === 0) console.log('The zip files lie in apps/extension/dist.');
