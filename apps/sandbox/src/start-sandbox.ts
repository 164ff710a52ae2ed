import { loadSandboxes } from '@timegrove/providers/kit/load-sandboxes.ts';
import type { SeedSize } from '@timegrove/providers/kit/sandbox/seed.ts';
import { serve } from '@timegrove/providers/kit/sandbox/serve.ts';
import type { Simulator } from '@timegrove/providers/kit/sandbox/simulator.ts';
import { indexPage } from './index-page.ts';

/** How the sandbox is started; everything has a default. */
export interface SandboxOptions {
  /** 0 takes a free port. */
  readonly port?: number;
  readonly host?: string;
  readonly size?: SeedSize;
  readonly seed?: number;
  /** Whether the vendors' own rate limits hold; they do unless told. */
  readonly rateLimit?: boolean;
  /** Where the Timegrove is whose native plugin a vendor's page may carry; none unless told. */
  readonly timegrove?: string | undefined;
  /** Absolute paths of further provider folders. */
  readonly extraFolders?: readonly string[];
}

/** A running sandbox. */
export interface StartedSandbox {
  /** Without a final slash; a vendor's page is at `<url>/<provider id>/`. */
  readonly url: string;
  /** The simulators by provider id, to act on them without HTTP. */
  readonly simulators: ReadonlyMap<string, Simulator>;
  /** The base address of a vendor's API, to configure in place of the real one. */
  baseUrl(providerId: string): string;
  stop(): Promise<void>;
}

/**
 * Serves the simulators of all provider folders on one port, each below its provider's id.
 * @throws Error with the code EADDRINUSE when the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<StartedSandbox> {
  const simulators = await startSimulators(options);
  const served = await serve((request) => answer(simulators, request), {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
  });
  return {
    url: served.url,
    simulators,
    baseUrl: (id) => `${served.url}/${id}${simulators.get(id)?.apiPath ?? ''}`,
    stop: () => served.stop(),
  };
}

async function startSimulators(options: SandboxOptions): Promise<Map<string, Simulator>> {
  const { loaded, broken } = await loadSandboxes({ extraFolders: options.extraFolders ?? [] });
  for (const { folder, error } of broken)
    process.emitWarning(`The sandbox of ${folder} is left out: ${error.message}`);
  return new Map(
    loaded.map(({ id, sandbox }) => {
      const start = {
        size: options.size ?? 'agency',
        mount: `/${id}`,
        seed: options.seed ?? 1,
        rateLimit: options.rateLimit ?? true,
        timegrove: options.timegrove,
      };
      return [id, sandbox.start(start)];
    }),
  );
}

async function answer(
  simulators: ReadonlyMap<string, Simulator>,
  request: Request,
): Promise<Response> {
  const [, first = ''] = new URL(request.url).pathname.split('/');
  const simulator = simulators.get(first);
  if (simulator !== undefined) return simulator.handle(request);
  if (first === '') return indexPage([...simulators.values()]);
  return Response.json({ error: 'There is nothing at this address.' }, { status: 404 });
}
