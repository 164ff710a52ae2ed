/** What is told about a line to the server. */
export interface LineEvents {
  readonly open: () => void;
  readonly lost: () => void;
}

/** Opens a line and gives the verb that closes it. */
export type Connect = (events: LineEvents) => () => void;

/** A line that is kept open. */
export interface KeptLine {
  /** Closes it for good. */
  readonly end: () => void;
  /** Nobody looks: closes it after a while. */
  readonly rest: () => void;
  /** Somebody looks again: opens it if it was closed. */
  readonly wake: () => void;
}

/** How long nobody must look until the line is closed, in milliseconds. */
export const restAfter = 30_000;
const firstWait = 1000;
const longestWait = 15_000;

/** Keeps one line open: a lost one is opened again after a wait that doubles up to 15 seconds. */
export function keepConnected(connect: Connect): KeptLine {
  let close: (() => void) | null = null;
  let wait = firstWait;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const shut = (): void => {
    clearTimeout(retry);
    clearTimeout(resting);
    retry = undefined;
    close?.();
    close = null;
  };
  const open = (): void => {
    shut();
    close = connect({
      open: () => {
        wait = firstWait;
      },
      lost: () => {
        shut();
        retry = setTimeout(open, wait);
        wait = Math.min(wait * 2, longestWait);
      },
    });
  };
  open();
  return {
    end: shut,
    rest: () => {
      clearTimeout(resting);
      resting = setTimeout(shut, restAfter);
    },
    wake: () => {
      clearTimeout(resting);
      if (close === null) open();
    },
  };
}
