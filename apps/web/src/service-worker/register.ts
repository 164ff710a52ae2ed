import { useSyncExternalStore } from 'react';

/** What of a newer version this window knows: one waits, or another window has let it in already. */
type Newer = { readonly kind: 'waiting'; readonly worker: ServiceWorker } | { readonly kind: 'in' };

let newer: Newer | null = null;
const listeners = new Set<() => void>();
const hour = 3_600_000;
/** Keeping the app asks for all of its files, which would hold up the first screen. */
const afterFirstScreen = 1500;
const untilNextTry = 30_000;

/** Lets the browser keep the app, where it can; not while developing. */
export function keepApp(): void {
  const supported: unknown = Reflect.get(navigator, 'serviceWorker');
  if (import.meta.env.DEV || supported === undefined) return;
  const container = navigator.serviceWorker;
  if (container.controller !== null)
    container.addEventListener('controllerchange', () => become({ kind: 'in' }));
  // A window that stays open for days would not hear of a new version otherwise.
  setInterval(() => void lookForNewVersion(container), hour);
  setTimeout(() => void register(container), afterFirstScreen);
}

async function register(container: ServiceWorkerContainer): Promise<void> {
  let retry: number | undefined;
  const again = (): void => {
    retry ??= window.setTimeout(() => void register(container), untilNextTry);
  };
  try {
    const registration = await container.register('/service-worker.js');
    const look = (): void => {
      const { waiting } = registration;
      // The first worker takes over by itself; a later one waits for a person to say so.
      if (waiting !== null && container.controller !== null)
        become({ kind: 'waiting', worker: waiting });
    };
    const follow = (worker: ServiceWorker | null): void => {
      worker?.addEventListener('statechange', () => {
        look();
        // A first worker that did not get all files leaves nothing behind to be updated.
        if (worker.state === 'redundant' && registration.active === null) again();
      });
    };
    look();
    follow(registration.installing);
    registration.addEventListener('updatefound', () => follow(registration.installing));
  } catch {
    again();
  }
}

async function lookForNewVersion(container: ServiceWorkerContainer): Promise<void> {
  const registration = await container.getRegistration();
  await registration?.update().catch(() => undefined);
}

function become(next: Newer): void {
  newer = next;
  for (const listener of listeners) listener();
}

/** Whether a newer version of the app is ready on this device. */
export function useNewVersion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => newer !== null,
  );
}

/** Loads the newer version. */
export function takeNewVersion(): void {
  if (newer?.kind !== 'waiting') return window.location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload());
  newer.worker.postMessage('take-over', {});
}
