import { Options } from '../../src/options/options.tsx';
import { showWindow } from '../../src/window/show-window.tsx';

showWindow(Options);
