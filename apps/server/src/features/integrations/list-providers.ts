import type { Desk } from '../../http/desk.ts';
import { providerView } from './provider-view.ts';

/** Lists every vendor that can be integrated. */
export async function listProviders({ house }: Desk) {
  return { providers: [...house.providers.values()].map(providerView) };
}
