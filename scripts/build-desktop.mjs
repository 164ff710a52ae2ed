import { packageDesktop } from './desktop-package.mjs';
import { prepare } from './environment.mjs';

process.exitCode = await packageDesktop(prepare());
