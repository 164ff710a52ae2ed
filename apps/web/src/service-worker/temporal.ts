/** The browser's own Temporal, where it has one. */
export const Temporal: unknown = Reflect.get(globalThis, 'Temporal');
