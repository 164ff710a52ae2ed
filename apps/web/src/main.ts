import { firstLanguage, speak } from './shell/language.ts';
import { shown } from './shell/shown.ts';

// One after the other, so that the page answers in between; it fetches them all at once.
const parts = [
  async () => import('react-dom/client'),
  async () => import('./shell/query-client.ts'),
  async () => import('./shell/session-gate.tsx'),
];

/** Who has chosen a look that is not their system's sees it from the start; Mantine keeps the choice. */
function wearChosenLook(): void {
  const look = localStorage.getItem('mantine-color-scheme-value');
  if (look === 'light' || look === 'dark')
    document.documentElement.dataset['mantineColorScheme'] = look;
}

async function begin(): Promise<void> {
  wearChosenLook();
  const spoken = speak(firstLanguage());
  for (const part of parts) {
    await shown();
    await part();
  }
  await shown();
  const { showApp } = await import('./app.tsx');
  await spoken;
  await showApp();
}

void begin();
