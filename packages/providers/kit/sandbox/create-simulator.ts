import { setTimeout as wait } from 'node:timers/promises';
import { SandboxRefusal } from './act.ts';
import { answerControl } from './control.ts';
import { createFaultSwitches } from './faults.ts';
import type { Fault } from './faults.ts';
import { createGate } from './gate.ts';
import type { Gate } from './gate.ts';
import { listRows } from './list-rows.ts';
import { readBody } from './read-body.ts';
import { createRequestLog } from './request-log.ts';
import type { ApiCall, Refusal, Simulator, SimulatorOptions, VendorSandbox } from './simulator.ts';
import { proxyPage, spoil } from './spoil.ts';

/** Makes a simulator of what a provider folder says about its vendor, faults and controls included. */
export function createSimulator(vendor: VendorSandbox, options: SimulatorOptions): Simulator {
  const faults = createFaultSwitches();
  const requests = createRequestLog();
  const gate = createGate(options.rateLimit === false ? undefined : vendor.rateLimit);
  const now = options.now ?? (() => new Date());
  const { id, name, apiPath, accounts } = vendor;
  const simulator: Simulator = {
    id,
    name,
    apiPath,
    accounts,
    tellsPages: vendor.tellsPages ?? true,
    pageOf: vendor.pageOf ?? numberOf,
    happen(event, account) {
      const found = vendor.events?.[event];
      if (found === undefined) throw new SandboxRefusal(`${name} has no “${event}”.`);
      found.happen(account);
    },
    faults,
    requests,
    act: (act) => vendor.act(act),
    tree: (account) => vendor.tree(account),
    minimumRequests: (account) => vendor.minimumRequests(account),
    reset() {
      vendor.reset();
      faults.set([]);
      requests.clear();
      gate.open();
    },
    async handle(request) {
      const url = new URL(request.url);
      const path = url.pathname.slice(options.mount.length) || '/';
      if (!path.startsWith(`${apiPath}/`)) return answerControl(simulator, vendor, request, path);
      const below = path.slice(apiPath.length);
      const response = await answerApi({ vendor, simulator, gate, now }, request, url, below);
      const at = now().toISOString();
      requests.add({
        at,
        method: request.method,
        path: below + url.search,
        status: response.status,
      });
      return response;
    },
  };
  return simulator;
}

interface Playing {
  readonly vendor: VendorSandbox;
  readonly simulator: Simulator;
  readonly gate: Gate;
  readonly now: () => Date;
}

async function answerApi(
  { vendor, simulator, gate, now }: Playing,
  request: Request,
  url: URL,
  path: string,
): Promise<Response> {
  const secondsLeft = gate.enter(request.headers.get('authorization') ?? '', now());
  if (secondsLeft > 0) return vendor.refuse('rate-limited', secondsLeft);
  const faults = simulator.faults.strike(path, simulator.pageOf(url));
  await Promise.all(faults.map(slowDown));
  const refusal = faults.map((fault) => fault.kind).find(isRefusal);
  if (refusal !== undefined) return vendor.refuse(refusal, 0);
  if (faults.some((fault) => fault.kind === 'html')) return proxyPage();
  const call: ApiCall = {
    method: request.method,
    path,
    url,
    headers: request.headers,
    body: await readBody(request),
    list: (rows, asked) => listRows(rows, asked, faults),
  };
  return spoil(await vendor.answer(call), faults);
}

function numberOf(url: URL): number {
  return Math.max(1, Number(url.searchParams.get('page') ?? 1));
}

async function slowDown(fault: Fault): Promise<void> {
  if (fault.kind === 'slow') await wait(fault.milliseconds, undefined, { ref: false });
}

const refusals: readonly string[] = [
  'unauthorized',
  'forbidden',
  'rate-limited',
  'quota',
  'server-error',
] satisfies readonly Refusal[];

function isRefusal(kind: Fault['kind']): kind is Refusal {
  return refusals.includes(kind);
}
