import type { VendorSandbox } from './simulator.ts';

/** Counts the requests of each credential as the vendor would. */
export interface Gate {
  /** Seconds until the block ends; 0 lets the request in. */
  enter(credential: string, now: Date): number;
  open(): void;
}

/** Makes the vendor's rate limit; without one everything may enter. */
export function createGate(limit: VendorSandbox['rateLimit']): Gate {
  const visits = new Map<string, number[]>();
  const blocked = new Map<string, number>();
  return {
    enter(credential, now) {
      if (limit === undefined) return 0;
      const time = now.getTime();
      const until = blocked.get(credential) ?? 0;
      if (time < until) return (until - time) / 1000;
      const recent = visits.get(credential)?.filter((at) => at > time - limit.seconds * 1000) ?? [];
      recent.push(time);
      visits.set(credential, recent);
      if (recent.length <= limit.requests) return 0;
      blocked.set(credential, time + limit.blockSeconds * 1000);
      return limit.blockSeconds;
    },
    open() {
      visits.clear();
      blocked.clear();
    },
  };
}
