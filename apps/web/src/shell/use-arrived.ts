import { useDeferredValue } from 'react';

/**
 * Gives what was asked for, once it is there. When it comes, what shows it is made in small pieces
 * between which the page answers; later changes are shown at once.
 */
export function useArrived<Value>(value: Value | undefined): Value | undefined {
  const arrived = useDeferredValue(value);
  return arrived === undefined ? undefined : value;
}
