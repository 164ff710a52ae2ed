import type * as contract from '@timegrove/contract/integrations.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { findIntegration } from './find-integration.ts';
import { integrationView } from './integration-view.ts';

/** Reads one integration. */
export async function readIntegration(
  desk: Desk,
  { params }: Parsed<typeof contract.readIntegration>,
) {
  return integrationView(desk, await findIntegration(desk, params.integrationId));
}
