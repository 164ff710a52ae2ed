import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { id } from '@timegrove/contract/fields.ts';
import { lazy } from 'react';
import { z } from 'zod';
import { startSearch } from '../features/timers/link/start-search.ts';
import { timesheetSearch } from '../features/entries/timesheet-views.ts';
import { peopleTabs } from '../features/members/people-tabs.ts';
import { AdministratorGate } from './administrator-gate.tsx';
import {
  connect,
  desktop,
  forgotPassword,
  join,
  resetPassword,
  root,
  widget,
} from './frameless-routes.tsx';
import { NotFoundScreen } from './not-found-screen.tsx';
import { SessionGate } from './session-gate.tsx';
import { UnexpectedScreen } from './unexpected-screen.tsx';

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: SessionGate,
});

// Comes with the frame and is not asked for before it: a visitor has no use for it.
const TimesheetScreen = lazy(async () => {
  const module = await import('./member-app.ts');
  return { default: module.TimesheetScreen };
});

const timesheet = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  validateSearch: timesheetSearch,
  component: TimesheetScreen,
});

const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/start',
  validateSearch: startSearch,
  component: lazyRouteComponent(
    () => import('../features/timers/link/start-screen.tsx'),
    'StartScreen',
  ),
});

const stop = createRoute({
  getParentRoute: () => signedIn,
  path: '/stop',
  component: lazyRouteComponent(
    () => import('../features/timers/link/stop-screen.tsx'),
    'StopScreen',
  ),
});

const projects = createRoute({
  getParentRoute: () => signedIn,
  path: '/projects',
  validateSearch: z.object({ task: id('task').optional().catch(undefined) }),
  component: lazyRouteComponent(
    () => import('../features/tasks/projects-screen.tsx'),
    'ProjectsScreen',
  ),
});

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  validateSearch: z.object({
    tab: z.enum(peopleTabs).optional().catch(undefined),
    /** Whose page is open beside the list. */
    member: id('member').optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    () => import('../features/members/people-screen.tsx'),
    'PeopleScreen',
  ),
});

const profile = createRoute({
  getParentRoute: () => signedIn,
  path: '/profile',
  component: lazyRouteComponent(
    () => import('../features/profile/profile-screen.tsx'),
    'ProfileScreen',
  ),
});

const administrators = createRoute({
  getParentRoute: () => signedIn,
  id: 'administrators',
  component: AdministratorGate,
});

const integrations = createRoute({
  getParentRoute: () => administrators,
  path: '/integrations',
  component: lazyRouteComponent(
    () => import('../features/integrations/integrations-screen.tsx'),
    'IntegrationsScreen',
  ),
});

const integration = createRoute({
  getParentRoute: () => administrators,
  path: '/integrations/$provider',
  component: lazyRouteComponent(
    () => import('../features/integrations/integration-screen.tsx'),
    'IntegrationScreen',
  ),
});

const outbox = createRoute({
  getParentRoute: () => administrators,
  path: '/settings/outbox',
  component: lazyRouteComponent(
    () => import('../features/mails/outbox-screen.tsx'),
    'OutboxScreen',
  ),
});

const help = createRoute({
  getParentRoute: () => signedIn,
  path: '/help',
  component: lazyRouteComponent(() => import('../features/help/help-screen.tsx'), 'HelpScreen'),
});

const providerHelp = createRoute({
  getParentRoute: () => signedIn,
  path: '/help/$provider',
  component: lazyRouteComponent(
    () => import('../features/help/provider-help-screen.tsx'),
    'ProviderHelpScreen',
  ),
});

const account = createRoute({
  getParentRoute: () => administrators,
  path: '/settings/account',
  component: lazyRouteComponent(
    () => import('../features/account/account-screen.tsx'),
    'AccountScreen',
  ),
});

const audit = createRoute({
  getParentRoute: () => administrators,
  path: '/settings/audit',
  component: lazyRouteComponent(() => import('../features/audit/audit-screen.tsx'), 'AuditScreen'),
});

const tags = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/tags',
  component: lazyRouteComponent(() => import('../features/tags/tags-screen.tsx'), 'TagsScreen'),
});

const elsewhere = createRoute({
  getParentRoute: () => signedIn,
  path: '$',
  component: NotFoundScreen,
});

/** Every address of the web app and the screen it shows; screens are loaded when first needed. */
export const router = createRouter({
  routeTree: root.addChildren([
    forgotPassword,
    resetPassword,
    join,
    connect,
    widget,
    desktop,
    signedIn.addChildren([
      timesheet,
      start,
      stop,
      projects,
      people,
      profile,
      administrators.addChildren([integrations, integration, account, audit, outbox]),
      tags,
      help,
      providerHelp,
      elsewhere,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: UnexpectedScreen,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
