import type { Page } from 'playwright-core';

/** Gives a window a computer that somebody can leave, and the permission to tell; before it is opened. */
export async function fakeIdle(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const detectors = new Set<EventTarget>();
    let userState = 'active';
    class IdleDetector extends EventTarget {
      readonly screenState = 'unlocked';
      get userState() {
        return userState;
      }
      async start({ signal }: { signal: AbortSignal }) {
        detectors.add(this);
        signal.addEventListener('abort', () => detectors.delete(this));
      }
    }
    const allowed = Object.assign(new EventTarget(), { state: 'granted' });
    Object.assign(window, {
      IdleDetector,
      leave(state: string) {
        userState = state;
        for (const one of detectors) one.dispatchEvent(new Event('change'));
        return detectors.size;
      },
    });
    Object.assign(navigator.permissions, { query: () => Promise.resolve(allowed) });
  });
}

/** Lets the person leave the computer for so long that it counts, or come back. */
export async function become(page: Page, state: 'idle' | 'active'): Promise<void> {
  await page.waitForFunction(`leave('${state}') > 0`);
}
