import { useLingui } from '@lingui/react/macro';
import type { ConnectionKind } from '@timegrove/contract/connections.ts';

/** What each kind of connection is called. */
export function useKindWords(): Readonly<Record<ConnectionKind, string>> {
  const { t } = useLingui();
  return {
    'browser-plugin': t`Browser plugin`,
    'desktop-app': t`Desktop app`,
    'native-plugin': t`Timer on a web page`,
  };
}
