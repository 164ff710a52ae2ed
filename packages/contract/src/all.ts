import * as account from './account.ts';
import * as audit from './audit.ts';
import * as connections from './connections.ts';
import type { Endpoint } from './endpoint.ts';
import * as entries from './entries.ts';
import * as explanations from './explanations.ts';
import * as groups from './groups.ts';
import * as integrations from './integrations.ts';
import * as items from './items.ts';
import * as members from './members.ts';
import * as nativePlugin from './native-plugin.ts';
import * as runs from './runs.ts';
import * as session from './session.ts';
import * as sessions from './sessions.ts';
import * as tags from './tags.ts';
import * as tasks from './tasks.ts';
import * as timers from './timers.ts';
import * as tokens from './tokens.ts';

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'access' in value && 'path' in value;
}

/** Every file of what can be said, by its noun. */
export const nouns = {
  session,
  sessions,
  account,
  audit,
  members,
  groups,
  tokens,
  connections,
  tasks,
  items,
  timers,
  nativePlugin,
  tags,
  entries,
  integrations,
  runs,
  explanations,
} as const;

/** Every endpoint by its name and its noun, for the OpenAPI document and for tests over all of them. */
export const allEndpoints: readonly {
  readonly name: string;
  readonly noun: string;
  readonly endpoint: Endpoint;
}[] = Object.entries(nouns).flatMap(([noun, module]) =>
  Object.entries(module).flatMap(([name, value]) =>
    isEndpoint(value) ? [{ name, noun, endpoint: value }] : [],
  ),
);
