import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { z } from 'zod';
import { NotFoundScreen } from './not-found-screen.tsx';

/** What every address begins with. */
export const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundScreen });

/** Asks for a link to a new password. */
export const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(
    () => import('../features/session/forgot-password-screen.tsx'),
    'ForgotPasswordScreen',
  ),
});

/** Sets a new password with a mailed link. */
export const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: z.object({ token: z.string().catch('') }),
  component: lazyRouteComponent(
    () => import('../features/session/reset-password-screen.tsx'),
    'ResetPasswordScreen',
  ),
});

/** Lets the invited in. */
export const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('../features/session/join-screen.tsx'), 'JoinScreen'),
});

/** Lets another client of the member in. */
export const connect = createRoute({
  getParentRoute: () => root,
  path: '/connect',
  // A code of digits alone is read as a number.
  validateSearch: z.object({ code: z.coerce.string().catch('').default('') }),
  component: lazyRouteComponent(
    () => import('../features/connections/connect-screen.tsx'),
    'ConnectScreen',
  ),
});

/** The timer alone, for a small window. */
export const widget = createRoute({
  getParentRoute: () => root,
  path: '/widget',
  component: lazyRouteComponent(
    () => import('../features/widget/widget-screen.tsx'),
    'WidgetScreen',
  ),
});

/** The settings of the desktop app, which shows this screen in a window of its own. */
export const desktop = createRoute({
  getParentRoute: () => root,
  path: '/desktop',
  component: lazyRouteComponent(
    () => import('../features/desktop/desktop-screen.tsx'),
    'DesktopScreen',
  ),
});
