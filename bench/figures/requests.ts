import { openPool } from '../../apps/server/src/database/open.ts';
import type { Bench } from '../pieces/bench.ts';
import { startSandbox } from '../pieces/children.ts';
import { exactly, type Figure } from '../pieces/figure.ts';
import { makeEngine, makeHouse } from '../pieces/house.ts';
import { minimumRequests, storedCredential } from '../pieces/vendor.ts';
import { anIntegration, aWaitingRun, aWorld, carryOut } from '../pieces/world.ts';

/**
 * The requests of a whole run at every vendor, people included, beside the fewest that the vendor's
 * pages allow.
 */
export async function requests({ scratch, note }: Bench): Promise<Figure[]> {
  const sandbox = await startSandbox('company');
  const database = openPool(await scratch.database('requests'));
  const house = await makeHouse({ database, sandboxUrl: sandbox.url });
  const engine = makeEngine(database, house);
  const world = await aWorld(engine, 0);
  const figures: Figure[] = [];
  for (const provider of house.providers.values()) {
    const credential = await storedCredential(sandbox.url, house, provider);
    const integrationId = await anIntegration(engine, world, provider.id, credential);
    const run = await carryOut(engine, await aWaitingRun(engine, world.accountId, integrationId));
    const minimum = await minimumRequests(sandbox.url, provider);
    note(`${provider.name}: ${run.seen} items seen`);
    figures.push(exactly(`requests-${provider.id}`, run.requests, 'requests', minimum));
  }
  await database.close();
  await scratch.drop('requests');
  await sandbox.stop();
  return figures;
}
