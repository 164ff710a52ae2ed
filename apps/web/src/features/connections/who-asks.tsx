import { Trans, useLingui } from '@lingui/react/macro';
import { IconAppWindow, IconDeviceDesktop, IconPuzzle } from '@tabler/icons-react';
import type { ConnectionRequest } from '@timegrove/contract/connections.ts';
import { useScopeWords } from '../tokens/scope-words.ts';
import { useKindWords } from './kind-words.ts';

const icons = {
  'browser-plugin': IconPuzzle,
  'desktop-app': IconDeviceDesktop,
  'native-plugin': IconAppWindow,
} as const;

interface WhoAsksProps {
  readonly request: ConnectionRequest;
  readonly code: string;
  readonly email: string | null;
}

/** Who asks to be let in, as surely as it is known, and what it would be let in to. */
export function WhoAsks({ request, code, email }: WhoAsksProps) {
  const { t } = useLingui();
  const { kind, name, origin, scopes } = request;
  const Icon = icons[kind];
  const words = useKindWords();
  const scopeWords = useScopeWords();
  return (
    <>
      <div className="connect-asker">
        <Icon size={28} stroke={1.6} aria-hidden />
        <div>
          {/* Where a page is from is known for sure; what anything calls itself is only its word. */}
          <strong>{origin ?? words[kind]}</strong>
          <span>
            {origin === null ? (
              <Trans>
                calls itself “<bdi>{name}</bdi>”
              </Trans>
            ) : (
              words[kind]
            )}
          </span>
        </div>
      </div>
      <ul className="connect-means">
        {scopes.map((scope) => (
          // Who does more than to read does change something.
          <li key={scope}>{scope === 'read' ? t`Sees what you see.` : scopeWords[scope].means}</li>
        ))}
        {origin !== null && (
          <li>
            <Trans>It works on the pages of {origin} alone.</Trans>
          </li>
        )}
        {email !== null && (
          <li>
            <Trans>It acts for you, {email}, until you revoke it in your profile.</Trans>
          </li>
        )}
      </ul>
      <p className="connect-care">
        {origin === null ? (
          <Trans>Allow it only if you have just asked for it there, and it shows {code} too.</Trans>
        ) : (
          <Trans>Allow it only if you have just pressed the button on that page.</Trans>
        )}
      </p>
    </>
  );
}
