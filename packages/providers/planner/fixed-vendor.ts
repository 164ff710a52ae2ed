import { ProviderFailure } from '@timegrove/domain/provider.ts';
import type { Credential, Tools, VendorRequest } from '@timegrove/domain/provider.ts';
import { failureOfRefusal } from '../kit/refusal.ts';
import { explain } from './explain.ts';

type Answer = object | number;

/** What is answered by path and query: the `response` of a good answer, or the status of a refusal. */
export type Answers = Readonly<Record<string, Answer | ((bearer: string) => Answer)>>;

/** For tests: tools that answer from a table, and everything that was asked and told. */
export function aVendor(answers: Answers, time = Date.UTC(2026, 0, 1)) {
  const asked: string[] = [];
  const notes: string[] = [];
  const bearers: string[] = [];
  const forms: Readonly<Record<string, string>>[] = [];
  const renewals: Credential[] = [];
  const answer = (request: VendorRequest): object => {
    const where = addressOf(request);
    asked.push(`${request.method ?? 'GET'} ${where}`);
    const bearer = request.headers?.['authorization']?.replace('Bearer ', '');
    if (bearer !== undefined) bearers.push(bearer);
    if (request.form !== undefined) forms.push(request.form);
    const found = answers[where] ?? 404;
    const said = typeof found === 'function' ? found(bearer ?? '') : found;
    if (typeof said === 'number') throw refusal(request.path, said);
    return request.method === 'POST' ? said : { code: 200, response: said, ...said };
  };
  const tools: Tools = {
    http: {
      send: async (request) => ({ status: 200, headers: {}, body: answer(request) }),
    },
    now: () => new Date(time),
    note: (text) => void notes.push(text),
    renew: (credential) => {
      asked.push('renew');
      renewals.push(credential);
      return Promise.resolve();
    },
  };
  return { tools, asked, notes, bearers, forms, renewals };
}

function addressOf({ path, query = {} }: VendorRequest): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

function refusal(path: string, status: number): ProviderFailure {
  const told = { path, status, headers: {}, text: '' };
  return new ProviderFailure(explain(told) ?? failureOfRefusal(told, path, new Date(), 60));
}
