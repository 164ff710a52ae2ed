/** Placeholder until the screen stands. */
export function OutboxScreen() {
  return null;
}
