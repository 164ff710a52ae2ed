import type { Door } from '../http/bind.ts';
import { accountRoutes } from './account/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { connectionRoutes } from './connections/routes.ts';
import { entryRoutes } from './entries/routes.ts';
import { explanationRoutes } from './explanations/routes.ts';
import { groupRoutes } from './groups/routes.ts';
import { integrationRoutes } from './integrations/routes.ts';
import { itemRoutes } from './items/routes.ts';
import { mailRoutes } from './mails/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { nativePluginRoutes } from './native-plugin/routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { syncRoutes } from './sync/routes.ts';
import { tagRoutes } from './tags/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { timerRoutes } from './timers/routes.ts';
import { tokenRoutes } from './tokens/routes.ts';

/** The menu of menus: every feature's routes. */
export const features: readonly ((door: Door) => void)[] = [
  sessionRoutes,
  accountRoutes,
  auditRoutes,
  memberRoutes,
  groupRoutes,
  tokenRoutes,
  connectionRoutes,
  mailRoutes,
  tagRoutes,
  taskRoutes,
  itemRoutes,
  timerRoutes,
  nativePluginRoutes,
  entryRoutes,
  integrationRoutes,
  syncRoutes,
  explanationRoutes,
];
