import type { ReactNode } from 'react';
import { ProviderIcon } from '../integrations/provider-icon.tsx';

/** Draws the mark of a provider beside a task's name. */
export function providerMark(provider: string): ReactNode {
  return <ProviderIcon provider={provider} size={14} />;
}
