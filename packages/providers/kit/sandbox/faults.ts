import { z } from 'zod';

// Where a fault strikes: a part of the path below the API, a page number, and how often at most.
const place = {
  path: z.string().optional(),
  page: z.int().positive().optional(),
  times: z.int().positive().optional(),
};

const faultShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unauthorized'), ...place }),
  z.strictObject({ kind: z.literal('forbidden'), ...place }),
  z.strictObject({ kind: z.literal('rate-limited'), ...place }),
  z.strictObject({ kind: z.literal('quota'), ...place }),
  z.strictObject({ kind: z.literal('server-error'), ...place }),
  z.strictObject({ kind: z.literal('page-cap'), rows: z.int().positive(), ...place }),
  z.strictObject({ kind: z.literal('reorder'), ...place }),
  z.strictObject({ kind: z.literal('move'), ...place }),
  z.strictObject({ kind: z.literal('cut-off'), ...place }),
  z.strictObject({ kind: z.literal('slow'), milliseconds: z.int().min(1).max(120_000), ...place }),
  z.strictObject({ kind: z.literal('html'), ...place }),
  z.strictObject({ kind: z.literal('unknown-field'), ...place }),
  z.strictObject({ kind: z.literal('missing-field'), field: z.string().min(1), ...place }),
]);

/** The form in which the control API takes faults: all that are wanted, replacing those before. */
export const faultsShape = z.strictObject({ faults: z.array(faultShape).max(20) });

/** Something that goes wrong at a simulated vendor as long as it is switched on. */
export type Fault = z.output<typeof faultShape>;

/** The kinds of faults, each with the sentence that the sandbox page shows. */
export const faultSentences: Readonly<Record<Fault['kind'], string>> = {
  unauthorized: 'refuse the credential (401)',
  forbidden: 'refuse access (403)',
  'rate-limited': 'too many requests (429)',
  quota: 'quota used up',
  'server-error': 'server error (500)',
  'page-cap': 'give at most so many rows a page',
  reorder: 'change the order between two pages',
  move: 'move an item between two page reads',
  'cut-off': 'cut the answer off in the middle',
  slow: 'answer slowly',
  html: 'answer with a web page, as a proxy does',
  'unknown-field': 'add a field nobody knows',
  'missing-field': 'leave a field out',
};

/** The fault switches of one simulator. */
export interface FaultSwitches {
  list(): readonly Fault[];
  /** Switches exactly these faults on. */
  set(faults: readonly Fault[]): void;
  /** The faults that strike a request now; those with `times` are used up by being taken. */
  strike(path: string, page: number): readonly Fault[];
}

/** Makes switches that are all off. */
export function createFaultSwitches(): FaultSwitches {
  let active: { readonly fault: Fault; left: number }[] = [];
  return {
    list: () => active.map(({ fault }) => fault),
    set(faults) {
      active = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
    },
    strike(path, page) {
      const striking = active.filter(({ fault }) => strikes(fault, path, page));
      for (const one of striking) one.left -= 1;
      active = active.filter((one) => one.left > 0);
      return striking.map(({ fault }) => fault);
    },
  };
}

function strikes(fault: Fault, path: string, page: number): boolean {
  return (
    (fault.path === undefined || path.includes(fault.path)) &&
    (fault.page === undefined || fault.page === page)
  );
}
