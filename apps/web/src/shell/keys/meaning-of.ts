import { appKeys, type AppKey } from './app-keys.ts';

const all: readonly (readonly [name: string, keys: readonly string[]])[] = Object.entries(appKeys);
const leaders = new Set(all.flatMap(([, [first, second]]) => (second === undefined ? [] : first)));

/** What a key means that is pressed shortly after another one, or alone. */
export function meaningOf(key: string, before: string | null): AppKey | undefined {
  const leader = before?.toUpperCase() ?? '';
  const pressed = leaders.has(leader) ? [leader, key.toUpperCase()] : [key.toUpperCase()];
  const found = all.find(([, keys]) => keys.join(' ') === pressed.join(' '))?.[0];
  return isAppKey(found) ? found : undefined;
}

function isAppKey(name: string | undefined): name is AppKey {
  return name !== undefined && name in appKeys;
}
