import { firstLanguage, speak } from './shell/language.ts';
import { shown } from './shell/shown.ts';

// One after the other, so that the page answers in between; it fetches them all at once.
const parts = [
  async () => import('react-dom/client'),
  async () => import('./shell/query-client.ts'),
  async () => import('./shell/session-gate.tsx'),
];

async function begin(): Promise<void> {
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
