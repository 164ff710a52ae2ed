const native: unknown = Reflect.get(globalThis, 'Temporal');

/** The browser's own Temporal; where it has none, the polyfill, loaded only then. */
export const Temporal: unknown =
  native ?? (await import('temporal-polyfill/implementation')).Temporal;
