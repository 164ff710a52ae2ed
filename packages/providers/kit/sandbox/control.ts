import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SandboxRefusal, actShape } from './act.ts';
import { faultsShape } from './faults.ts';
import { frame, pageAnswer } from './frame.ts';
import type { Html } from './html.ts';
import type { SandboxAccount, Simulator, VendorSandbox } from './simulator.ts';

/** Answers everything of a simulator that is not the vendor's API: the page and the controls. */
export async function answerControl(
  simulator: Simulator,
  vendor: VendorSandbox,
  request: Request,
  path: string,
): Promise<Response> {
  const control = controls[`${request.method} ${path}`] ?? controls[`${request.method} …`];
  if (control === undefined) return nothing();
  if (isForeign(request)) return json({ error: 'Send JSON with the type application/json.' }, 400);
  try {
    return await control({
      simulator,
      vendor,
      url: new URL(request.url),
      path,
      body: () => bodyOf(request),
    });
  } catch (error) {
    if (error instanceof SandboxRefusal) return json({ error: error.message }, 400);
    throw error;
  }
}

interface Controlling {
  readonly simulator: Simulator;
  readonly vendor: VendorSandbox;
  readonly url: URL;
  /** Below the mount. */
  readonly path: string;
  readonly body: () => Promise<unknown>;
}

type Control = (it: Controlling) => Response | Promise<Response>;

const asset = (name: string, type: string): Control => {
  const file = join(import.meta.dirname, name);
  return () =>
    new Response(readFileSync(file), { headers: { 'content-type': `${type}; charset=utf-8` } });
};

const controls: Readonly<Record<string, Control>> = {
  'GET /': showPage,
  'GET …': showFurtherPage,
  'GET /_sandbox/page.css': asset('page.css', 'text/css'),
  'GET /_sandbox/board.css': asset('board.css', 'text/css'),
  'GET /_sandbox/page.js': asset('page.js', 'text/javascript'),
  'GET /_sandbox/accounts': ({ simulator }) => json(simulator.accounts),
  'GET /_sandbox/tree': (it) => json(it.simulator.tree(accountOf(it).key)),
  'GET /_sandbox/minimum': (it) =>
    json({ requests: it.simulator.minimumRequests(accountOf(it).key) }),
  'POST /_sandbox/act': async ({ simulator, body }) => json(simulator.act(actOf(await body()))),
  'POST /_sandbox/happen': async ({ simulator, body }) => {
    const { event, account } = eventOf(await body());
    simulator.happen(event, account ?? simulator.accounts.demo.key);
    return json({ happened: event });
  },
  'GET /_sandbox/faults': ({ simulator }) => json({ faults: simulator.faults.list() }),
  'POST /_sandbox/faults': setFaults,
  'DELETE /_sandbox/faults': ({ simulator }) => {
    simulator.faults.set([]);
    return json({ faults: [] });
  },
  'GET /_sandbox/requests': ({ simulator: { requests } }) =>
    json({ count: requests.count, requests: requests.requests }),
  'DELETE /_sandbox/requests': ({ simulator }) => {
    simulator.requests.clear();
    return json({ count: 0, requests: [] });
  },
  'POST /_sandbox/reset': ({ simulator }) => {
    simulator.reset();
    return json({ reset: true });
  },
};

function showPage(it: Controlling): Response {
  const { vendor, url } = it;
  // Relative addresses on the page only hold below a final slash.
  if (!url.pathname.endsWith('/'))
    return new Response(null, { status: 302, headers: { location: `${url.pathname}/` } });
  return framed(it, vendor.page(accountOf(it).key, url));
}

function showFurtherPage(it: Controlling): Response {
  const page = it.vendor.pageAt?.(it.path, accountOf(it).key, it.url) ?? null;
  return page === null ? nothing() : framed(it, page);
}

function framed(it: Controlling, page: Html): Response {
  const { simulator, vendor, path } = it;
  const assets = `${'../'.repeat(path.split('/').length - 2)}_sandbox/`;
  const account = accountOf(it);
  return pageAnswer(frame({ simulator, vendor, account, assets, page }), vendor.scriptsFrom);
}

async function setFaults({ simulator, body }: Controlling): Promise<Response> {
  const result = faultsShape.safeParse(await body());
  if (!result.success)
    throw new SandboxRefusal(`Unknown fault: ${result.error.issues[0]?.message}`);
  simulator.faults.set(result.data.faults);
  return json({ faults: simulator.faults.list() });
}

const eventShape = z.strictObject({ event: z.string(), account: z.string().optional() });

const eventOf = (body: unknown) => understood(eventShape, body);
const actOf = (body: unknown) => understood(actShape, body);

function understood<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new SandboxRefusal(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`);
}

function accountOf({ simulator, url }: Controlling): SandboxAccount {
  const { demo, empty, others } = simulator.accounts;
  const wanted = url.searchParams.get('account') ?? demo.key;
  const found = [demo, empty, ...others].find((account) => account.key === wanted);
  if (found === undefined) throw new SandboxRefusal(`There is no account “${wanted}”.`);
  return found;
}

// A page of another site cannot send this type without being asked first, so it cannot act here.
function isForeign(request: Request): boolean {
  const type = request.headers.get('content-type') ?? '';
  return request.method === 'POST' && !type.startsWith('application/json');
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new SandboxRefusal('The body is not JSON.');
  }
}

function nothing(): Response {
  return json({ error: 'There is nothing at this address.' }, 404);
}

function json(body: unknown, status = 200): Response {
  return Response.json(body, { status });
}
