import { languages } from '@timegrove/domain/people/language.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { filled, id, instant } from './fields.ts';
import { run } from './runs.ts';

const words = z.object({ one: z.string(), many: z.string() });
const itemState = z.enum(['active', 'completed', 'archived', 'deleted']);

/** What the screens know of a vendor; all of it comes from the provider's folder. */
export const provider = z.object({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  rootName: z.string(),
  help: z.object({ text: z.string(), url: z.string() }),
  iconUrl: z.string(),
  fields: z.array(
    z.object({ key: z.string(), label: z.string(), secret: z.boolean(), placeholder: z.string() }),
  ),
  levels: z.array(z.object({ kind: z.string(), words })),
  selects: z.object({ kind: z.string(), words }).nullable(),
  schedule: z.enum(['hourly', 'on-save']),
  reenables: z.enum(['new-credential', 'stored-first', 'by-unlinking']),
  /** Whether people at the vendor are matched with members by e-mail. */
  matchesPeople: z.boolean(),
});
export type ProviderView = z.output<typeof provider>;

const helpText = z
  .string()
  .meta({ description: 'May hold `**strong words**` and `[links](https://vendor.example)`.' });

/** One block of a vendor's help page, to be shown as it is: nothing in it is HTML. */
export const helpBlock = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['heading', 'text', 'note']), text: helpText }),
  z.object({ type: z.literal('list'), items: z.array(helpText) }),
  /** Numbered from `from` on. */
  z.object({ type: z.literal('steps'), from: z.int(), items: z.array(helpText) }),
  z.object({
    type: z.literal('picture'),
    alt: z.string(),
    url: z.string(),
    /** In pixels, so that a page need not move when the picture comes. */
    width: z.int(),
    height: z.int(),
  }),
]);
export type HelpBlock = z.output<typeof helpBlock>;

/** Which of the selectable items are wanted. */
export const selection = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('all') }),
  z.strictObject({ mode: z.literal('ticked'), ids: z.array(filled(200)).max(20_000) }),
]);

/** A provider enabled for the account. */
export const integration = z.object({
  id: id('integration'),
  provider: z.string(),
  /** `choosing`: the credential is stored, nothing is imported yet. `paused`: waits for a person. */
  state: z.enum(['choosing', 'active', 'paused', 'unlinked']),
  owner: z.object({ memberId: id('member'), name: z.string(), active: z.boolean() }).nullable(),
  /** Whose credential it is, in the vendor's eyes. */
  identity: z.object({ name: z.string(), email: z.string() }).nullable(),
  /** First and last characters of each stored field. */
  maskedCredential: z.record(z.string(), z.string()),
  selection: selection.nullable(),
  rootTaskId: id('task').nullable(),
  activeTasks: z.number().int(),
  lastRun: run.nullable(),
  /** The unfinished run, if one is under way. */
  currentRun: run.nullable(),
  nextRunAt: instant.nullable(),
  /**
   * Requests left for this credential: by the vendor's word, with the moment it is renewed, or by our
   * own count, with how many there are at most. Null while there is no credential.
   */
  quota: z
    .object({
      left: z.number().int(),
      of: z.number().int().nullable(),
      until: instant.nullable(),
    })
    .nullable(),
  /** Why it is paused or waits, and until when the vendor asked us to wait. */
  pause: z.object({ reason: z.string(), until: instant.nullable() }).nullable(),
});
export type Integration = z.output<typeof integration>;

const one = z.strictObject({ integrationId: id('integration') });
const credential = z.record(z.string().max(50), z.string().max(2000));
const vendorErrors = [
  'credential-refused',
  'vendor-unreachable',
  'vendor-rate-limited',
  'vendor-changed',
] as const;

export const listProviders = endpoint('GET', '/api/providers', {
  summary: 'Every vendor that can be integrated',
  access: 'member',
  output: z.object({ providers: z.array(provider) }),
});

export const readProviderHelp = endpoint('GET', '/api/providers/:provider/help', {
  summary: 'How the integration of one vendor is enabled, used and disabled, in words and pictures',
  access: 'member',
  params: z.strictObject({ provider: filled(50) }),
  query: z.strictObject({ language: z.enum(languages).default('en') }),
  output: z.object({
    /** English where the provider has no page in the language that was asked for. */
    language: z.enum(languages),
    parts: z.array(
      z.object({
        /** The same in every language. */
        name: z.enum(['overview', 'enable', 'track', 'disable']),
        title: z.string(),
        blocks: z.array(helpBlock),
      }),
    ),
  }),
  errors: ['provider-unknown'],
});

export const listIntegrations = endpoint('GET', '/api/integrations', {
  summary: 'The integrations of the account',
  access: 'administrator',
  output: z.object({ integrations: z.array(integration) }),
});

export const enableIntegration = endpoint('POST', '/api/integrations', {
  summary:
    'Check a credential and store it encrypted. Where nothing is to be selected the first run starts at once',
  access: 'administrator',
  body: z.strictObject({ id: id('integration'), provider: filled(50), credential }),
  output: integration,
  errors: ['provider-unknown', 'integration-exists', 'id-taken', ...vendorErrors],
});

export const readIntegration = endpoint('GET', '/api/integrations/:integrationId', {
  summary: 'One integration',
  access: 'administrator',
  params: one,
  output: integration,
});

export const reenableIntegration = endpoint('PUT', '/api/integrations/:integrationId/credential', {
  summary: 'Give a new credential and become the owner, or try the stored one again; a run starts',
  access: 'administrator',
  params: one,
  body: z.strictObject({
    /** Left out: the stored one is tried again. */
    credential: credential.optional(),
  }),
  output: integration,
  errors: ['integration-not-active', ...vendorErrors],
});

export const listContainers = endpoint('GET', '/api/integrations/:integrationId/containers', {
  summary: 'What can be selected, asked from the vendor now',
  access: 'administrator',
  params: one,
  output: z.object({
    containers: z.array(
      z.object({
        remoteId: z.string(),
        name: z.string(),
        state: itemState,
        selected: z.boolean(),
        /** Appeared at the vendor after specific ones were ticked. */
        isNew: z.boolean(),
      }),
    ),
  }),
  errors: ['integration-not-active', ...vendorErrors],
});

export const previewSelection = endpoint('POST', '/api/integrations/:integrationId/preview', {
  summary: 'Start a run that plans and applies nothing; read its changes when it is `previewed`',
  access: 'administrator',
  params: one,
  body: z.strictObject({ selection }),
  output: run,
  errors: ['integration-not-active', 'credential-refused', 'selection-empty'],
});

export const saveSelection = endpoint('PUT', '/api/integrations/:integrationId/selection', {
  summary: 'Save what to import and start a run',
  access: 'administrator',
  params: one,
  body: z.strictObject({ selection }),
  output: run,
  errors: ['integration-not-active', 'selection-empty', ...vendorErrors],
});

export const synchronizeIntegration = endpoint(
  'POST',
  '/api/integrations/:integrationId/synchronize',
  {
    summary: 'Synchronize one integration that runs hourly; joins a run under way',
    access: 'administrator',
    params: one,
    output: run,
    errors: ['integration-not-active', 'credential-refused', 'vendor-rate-limited'],
  },
);

export const unlinkIntegration = endpoint('POST', '/api/integrations/:integrationId/unlink', {
  summary: 'Erase the credential; tasks and time stay as ordinary ones, or go to Archived',
  access: 'administrator',
  params: one,
  body: z.strictObject({ archiveTasks: z.boolean() }),
  output: integration,
  errors: ['integration-not-active'],
});

/** A person at the vendor and what e-mail matching makes of them (rule 8). */
export const remotePerson = z.object({
  remoteId: z.string(),
  name: z.string(),
  email: z.string(),
  /** False for somebody the vendor has deactivated. */
  active: z.boolean(),
  /** The names of the containers this person belongs to. */
  containers: z.array(z.string()),
  verdict: z.enum(['matched', 'not-a-member', 'shared', 'no-email']),
  member: z.object({ memberId: id('member'), name: z.string() }).nullable(),
  /** An open invitation to this address exists. */
  invited: z.boolean(),
});
export type RemotePersonView = z.output<typeof remotePerson>;

export const listPeople = endpoint('GET', '/api/integrations/:integrationId/people', {
  summary:
    'The people at the vendor and the members they match, asked from the vendor now; empty where the provider does not match people',
  access: 'administrator',
  params: one,
  output: z.object({ people: z.array(remotePerson) }),
  errors: ['integration-not-active', ...vendorErrors],
});
