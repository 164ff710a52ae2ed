import type * as contract from '@timegrove/contract/integrations.ts';
import type { Container } from '@timegrove/domain/provider.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { askLinked } from './ask-linked.ts';
import { findIntegration, findAccepted } from './find-integration.ts';

type Input = Parsed<typeof contract.listContainers>;

/** Lists what can be selected, as the vendor has it now. */
export const listContainers = {
  ask: readContainers,
  answer: async (desk: Desk, { params }: Input, containers: readonly Container[]) => {
    const { selection, known_containers: known } = await findIntegration(
      desk,
      params.integrationId,
    );
    const ticked = selection?.mode === 'ticked' ? new Set(selection.ids) : null;
    const old = new Set(known);
    return {
      containers: containers.map(({ remoteId, name, state }) => ({
        remoteId,
        name,
        state,
        selected: ticked === null ? selection !== null : ticked.has(remoteId),
        isNew: ticked !== null && !old.has(remoteId),
      })),
    };
  },
};

/** Asks the vendor for the selectable items of an integration. */
export async function readContainers(
  desk: Desk,
  { params }: Pick<Input, 'params'>,
): Promise<readonly Container[]> {
  const linked = await findAccepted(desk, params.integrationId);
  const { provider, credential } = linked;
  return askLinked(desk, linked, async (tools) => provider.containers(tools, credential));
}
