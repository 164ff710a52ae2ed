/** Placeholder until the screen stands. */
export function PeopleScreen() {
  return null;
}
