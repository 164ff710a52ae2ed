/** A clock that stands still until a test moves it. */
export interface TestClock {
  readonly now: () => Date;
  set(instant: string): void;
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void;
}

/** Makes a clock that begins on an ordinary Monday morning. */
export function aClock(start = '2026-03-02T09:00:00.000Z'): TestClock {
  let at = new Date(start);
  return {
    now: () => at,
    set: (instant) => {
      at = new Date(instant);
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
      at = new Date(at.getTime() + total * 1000);
    },
  };
}
