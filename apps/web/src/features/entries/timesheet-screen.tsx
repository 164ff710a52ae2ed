/** Placeholder until the screen stands. */
export function TimesheetScreen() {
  return null;
}
