import { lazy, Suspense, useState } from 'react';
import { useAppKey } from './use-app-key.ts';

const Dialog = lazy(async () => {
  const module = await import('../../features/help/keyboard-dialog.tsx');
  return { default: module.KeyboardDialog };
});

/** Shows all keys when one asks for them. */
export function KeysDialog() {
  const [state, setState] = useState<'unused' | 'open' | 'closed'>('unused');
  useAppKey('show-keys', () => setState('open'));
  if (state === 'unused') return null;
  return (
    <Suspense>
      <Dialog opened={state === 'open'} onClose={() => setState('closed')} />
    </Suspense>
  );
}
