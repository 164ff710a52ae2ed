/** Placeholder until the bar stands. */
export function TimerBar() {
  return null;
}
