import './shell/without-eval.ts';
import './shell/base-styles.ts';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { cssVariables, theme } from '@timegrove/ui/theme/theme.ts';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { meQuery } from './features/session/queries.ts';
import { keepApp } from './service-worker/register.ts';
import { i18n } from './shell/language.ts';
import { restoreLastState } from './shell/last-state.ts';
import { Notices } from './shell/notices.tsx';
import { queryClient } from './shell/query-client.ts';
import { router } from './shell/routes.tsx';

/** Puts the app in the place of what the page opened with. */
export async function showApp(): Promise<void> {
  const root = document.querySelector('#root');
  if (root === null) throw new Error('The page has no place for the app.');
  await restoreLastState();
  void queryClient.prefetchQuery(meQuery);
  keepApp();
  // As a transition, so that the page goes on answering while the first screen is made.
  startTransition(() => createRoot(root).render(<App />));
}

function App() {
  return (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          defaultColorScheme="auto"
        >
          <Notices />
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </MantineProvider>
      </I18nProvider>
    </StrictMode>
  );
}
