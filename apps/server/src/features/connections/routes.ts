import * as contract from '@timegrove/contract/connections.ts';
import type { Door } from '../../http/bind.ts';
import { allowConnection } from './allow-connection.ts';
import { askConnection } from './ask-connection.ts';
import { endConnection } from './end-connection.ts';
import { readConnection } from './read-connection.ts';
import { readConnectionRequest } from './read-connection-request.ts';
import { refuseConnection } from './refuse-connection.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function connectionRoutes(door: Door): void {
  door.bindPublic(contract.askConnection, askConnection);
  door.bindPublic(contract.readConnection, readConnection);
  door.bind(contract.readConnectionRequest, readConnectionRequest);
  door.bind(contract.allowConnection, allowConnection);
  door.bind(contract.refuseConnection, refuseConnection);
  door.bind(contract.endConnection, endConnection);
}
