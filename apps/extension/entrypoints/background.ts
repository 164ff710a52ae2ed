import { defineBackground } from 'wxt/utils/define-background';
import { runBackground } from '../src/background/run.ts';

export default defineBackground(runBackground);
