import * as contract from '@timegrove/contract/integrations.ts';
import type { Door } from '../../http/bind.ts';
import { enableIntegration } from './enable-integration.ts';
import { listContainers } from './list-containers.ts';
import { listIntegrations } from './list-integrations.ts';
import { listPeople } from './list-people.ts';
import { listProviders } from './list-providers.ts';
import { previewSelection } from './preview-selection.ts';
import { readIntegration } from './read-integration.ts';
import { readProviderHelp } from './read-provider-help.ts';
import { reenableIntegration } from './reenable-integration.ts';
import { saveSelection } from './save-selection.ts';
import { synchronizeIntegration } from './synchronize-integration.ts';
import { unlinkIntegration } from './unlink-integration.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function integrationRoutes(door: Door): void {
  door.bind(contract.listProviders, listProviders);
  door.bind(contract.readProviderHelp, readProviderHelp);
  door.bind(contract.listIntegrations, listIntegrations);
  door.bindAsking(contract.enableIntegration, enableIntegration);
  door.bind(contract.readIntegration, readIntegration);
  door.bindAsking(contract.reenableIntegration, reenableIntegration);
  door.bindAsking(contract.listContainers, listContainers);
  door.bindAsking(contract.listPeople, listPeople);
  door.bind(contract.previewSelection, previewSelection);
  door.bindAsking(contract.saveSelection, saveSelection);
  door.bind(contract.synchronizeIntegration, synchronizeIntegration);
  door.bind(contract.unlinkIntegration, unlinkIntegration);
}
