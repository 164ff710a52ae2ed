import type { Look } from './use-stage.ts';

/** The windows in which every screen is looked at. */
export const walks: readonly (readonly [string, Look])[] = [
  ['desktop', { viewport: { width: 1280, height: 800 } }],
  ['phone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
];
