import { useLingui } from '@lingui/react/macro';
import type { TokenScope } from '@timegrove/domain/people/token-scope.ts';

/** What each scope is called, and what it lets a token do. */
export function useScopeWords(): Readonly<Record<TokenScope, { name: string; means: string }>> {
  const { t } = useLingui();
  return {
    read: { name: t`Read`, means: t`Sees what you see, and changes nothing.` },
    track: {
      name: t`Track`,
      means: t`Starts and stops your timer, and adds, changes and deletes time.`,
    },
    plugin: {
      name: t`Timer of a page`,
      means: t`Starts and stops your timer on the item of a web page, and sees nothing else.`,
    },
    everything: {
      name: t`Everything`,
      means: t`Does what you may do, but for passwords, sessions and tokens.`,
    },
  };
}
