import {
  ProviderFailure,
  type Area,
  type Failure,
  type Item,
  type RemotePerson,
} from '@timegrove/domain/provider.ts';
import type { Spent } from '@timegrove/providers/kit/http.ts';
import { noteItems, type Lookup } from '@timegrove/domain/tree/lookup.ts';
import { keepCredential } from '../integrations/keep-credential.ts';
import type { Engine, Work } from './engine.ts';
import type { ReportProgress } from './progress.ts';
import type { CountingTools } from './vendor-access.ts';

/** A part of the vendor's structure that could not be read whole. */
export interface Gap {
  readonly area: Area | 'people';
  readonly failure: Failure;
}

/** What one pull brought. */
export interface Read {
  /** The areas that were read whole. */
  readonly complete: readonly Area[];
  readonly gaps: readonly Gap[];
  /** The areas that the vendor's plan does not have. */
  readonly lacking: readonly Area[];
  /** Null: not needed, or not to be had this time. */
  readonly people: readonly RemotePerson[] | null;
  readonly spent: Spent;
}

/** The vendor's tools for one run. */
export function toolsOfRun({ database, house, log }: Engine, work: Work): CountingTools {
  return house.vendors.toolsFor(work.provider, work.credential, {
    note: (text) => log.info({ run: work.runId }, text),
    renew: keepCredential(database.db, house.vault, work),
    pausedUntil: work.pausedUntil,
  });
}

/**
 * Reads the vendor's structure and notes the items where they are looked up; no transaction is open
 * meanwhile. @throws ProviderFailure
 */
export async function readVendor(
  work: Work,
  tools: CountingTools,
  lookup: Lookup,
  progress: ReportProgress,
): Promise<Read> {
  const { provider, credential, selection } = work;
  const complete: Area[] = [];
  const gaps: Gap[] = [];
  const lacking: Area[] = [];
  for await (const pulled of provider.pull(tools, credential, selection)) {
    if (pulled.type === 'items') noteItems(lookup, pulled.items);
    else if (pulled.type === 'complete') complete.push(pulled.area);
    else if (pulled.type === 'incomplete') gaps.push(pulled);
    else lacking.push(pulled.area);
    await progress(lookup.seen.length, tools.spent());
  }
  const people = await readPeople(work, tools, lookup, gaps);
  return { complete, gaps, lacking, people, spent: tools.spent() };
}

/** Without the people nobody's assignment changes; the tree can follow all the same. */
async function readPeople(
  work: Work,
  tools: CountingTools,
  lookup: Lookup,
  gaps: Gap[],
): Promise<readonly RemotePerson[] | null> {
  const { provider, trigger } = work;
  if (trigger === 'preview' || provider.assigns.members !== 'by-email-to-containers') return null;
  const chosen = chosenContainers(work, lookup);
  try {
    return (await provider.people?.(tools, tools.credential(), chosen)) ?? null;
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    gaps.push({ area: 'people', failure: error.failure });
    return null;
  }
}

/** What is not selected is archived, so nobody gets anything there and its people need not be read. */
function chosenContainers({ provider, selection }: Work, { seen }: Lookup): readonly Item[] {
  const isChosen = ({ kind, remoteId }: Item) =>
    kind === provider.selects && (selection.mode === 'all' || selection.ids.includes(remoteId));
  return seen.flatMap(({ item }) => (item !== undefined && isChosen(item) ? item : []));
}
