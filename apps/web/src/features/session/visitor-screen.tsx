/** Placeholder until the screen stands. */
export function VisitorScreen() {
  return null;
}
