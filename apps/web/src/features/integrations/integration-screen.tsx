/** Placeholder until the screen stands. */
export function IntegrationScreen() {
  return null;
}
