/** Placeholder until the screen stands. */
export function ProjectsScreen() {
  return null;
}
