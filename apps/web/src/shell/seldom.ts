/**
 * Calls at once, and during the pause after a call not again, but once when it is over. So the first
 * of many news shows immediately, and a thousand of them do not ask a thousand times.
 */
export function seldom<Given>(call: (given: Given) => void, pause: number): (given: Given) => void {
  const state = new Map<Given, 'resting' | 'wanted'>();
  const ask = (given: Given): void => {
    if (state.has(given)) {
      state.set(given, 'wanted');
      return;
    }
    state.set(given, 'resting');
    call(given);
    setTimeout(() => {
      const again = state.get(given) === 'wanted';
      state.delete(given);
      if (again) ask(given);
    }, pause);
  };
  return ask;
}
