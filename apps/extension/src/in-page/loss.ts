/** Tells when a thing has been lost for a while, and when it is found again; each once. */
export interface Loss {
  lose(now: number): void;
  find(): void;
  tick(now: number): void;
}

/** @param patience milliseconds until something that is not there counts as lost */
export function watchLoss(patience: number, lost: () => void, found: () => void): Loss {
  let since: number | null = null;
  let told = false;
  const tick = (now: number): void => {
    if (since === null || told || now - since < patience) return;
    told = true;
    lost();
  };
  return {
    lose: (now) => {
      since ??= now;
      tick(now);
    },
    find: () => {
      since = null;
      if (told) found();
      told = false;
    },
    tick,
  };
}
