import '@mantine/core/styles.layer.css';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { firstLanguage, i18n, speak } from './shell/language.ts';
import { Notices } from './shell/notices.tsx';
import { registerServiceWorker } from './service-worker/register.ts';
import { restoreLastState } from './shell/last-state.ts';
import { queryClient } from './shell/query-client.ts';
import { router } from './shell/routes.tsx';
import { cssVariables, theme } from '@timegrove/ui/theme/theme.ts';

await Promise.all([restoreLastState(), speak(firstLanguage())]);

const root = document.querySelector('#root');
if (root === null) throw new Error('The page has no place for the app.');

void registerServiceWorker();

createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <Notices />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  </StrictMode>,
);
