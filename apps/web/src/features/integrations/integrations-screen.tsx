/** Placeholder until the screen stands. */
export function IntegrationsScreen() {
  return null;
}
