import type { Door } from '../../http/bind.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function memberRoutes(_door: Door): void {}
