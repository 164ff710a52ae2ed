/** Placeholder until the screen stands. */
export function JoinScreen() {
  return null;
}
