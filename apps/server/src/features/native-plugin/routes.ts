import * as contract from '@timegrove/contract/native-plugin.ts';
import type { Door } from '../../http/bind.ts';
import { readPluginState } from './read-plugin-state.ts';
import { serveSay } from './serve-say.ts';
import { serveScript } from './serve-script.ts';
import { startFromPage } from './start-from-page.ts';
import { stopFromPage } from './stop-from-page.ts';

/** The menu of this feature: endpoint ↔ verb, and the script itself. */
export function nativePluginRoutes(door: Door): void {
  door.bind(contract.readPluginState, readPluginState);
  door.bind(contract.startFromPage, startFromPage);
  door.bind(contract.stopFromPage, stopFromPage);
  serveScript(door.app);
  serveSay(door.app);
}
