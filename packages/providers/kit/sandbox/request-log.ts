/** One request that a simulated vendor answered; never with a credential. */
export interface LoggedRequest {
  readonly at: string;
  readonly method: string;
  /** Path and query below the API. */
  readonly path: string;
  readonly status: number;
}

/** What a simulated vendor was asked, for tests, benches and the page. */
export interface RequestLog {
  readonly count: number;
  /** The last thousand, the newest last. */
  readonly requests: readonly LoggedRequest[];
  add(request: LoggedRequest): void;
  clear(): void;
}

const kept = 1000;

/** Makes an empty log. */
export function createRequestLog(): RequestLog {
  let count = 0;
  let requests: LoggedRequest[] = [];
  return {
    get count() {
      return count;
    },
    get requests() {
      return requests;
    },
    add(request) {
      count += 1;
      requests.push(request);
      if (requests.length > 2 * kept) requests = requests.slice(-kept);
    },
    clear() {
      count = 0;
      requests = [];
    },
  };
}
