import '@mantine/core/styles.layer.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import type { Language } from '@timegrove/domain/people/language.ts';
import { cssVariables, theme } from '@timegrove/ui/theme/theme.ts';
import { StrictMode, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { chosenLanguage, speak } from '../language/language.ts';
import { openBackground } from './open-background.ts';
import { BackgroundContext } from './use-background.ts';
import './window.css';

/** Shows a page of the extension in Timegrove's look. */
export function showWindow(Page: ComponentType): void {
  const root = document.querySelector('#root');
  if (root === null) throw new Error('The page has no place for what it shows.');
  const background = openBackground();
  const speakAsTold = (): void =>
    showIn(background.state()?.language ?? chosenLanguage(null, null));
  speakAsTold();
  background.subscribe(speakAsTold);
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          defaultColorScheme="auto"
        >
          <BackgroundContext value={background}>
            <Page />
          </BackgroundContext>
        </MantineProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

function showIn(language: Language): void {
  if (document.documentElement.lang === language && i18n.locale === language) return;
  speak(language);
  document.documentElement.lang = language;
}
