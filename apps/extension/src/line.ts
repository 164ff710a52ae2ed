import { browser, type Browser } from './browser.ts';

/** A line of talk with the background, which sleeps and wakes as the browser pleases. */
export interface Line {
  /** Says something; wakes the background if it sleeps. */
  say(message: unknown): void;
  end(): void;
}

interface LineOptions {
  /** The name of the port, which says who talks. */
  readonly name: string;
  /** Called when the line stands, also after the background was ended by the browser. */
  readonly opened: (say: (message: unknown) => void) => void;
  readonly hear: (message: unknown) => void;
}

// A browser puts the background to sleep after 30 seconds without a word.
const stayEvery = 20_000;
const pause = 300;

/** Keeps a line open until it is ended; while the page is seen, the background stays awake. */
export function openLine({ name, opened, hear }: LineOptions): Line {
  let port: Browser.runtime.Port | null = null;
  let ended = false;
  const connect = (): Browser.runtime.Port | null => {
    if (ended || port !== null) return port;
    port = newPort(name);
    port?.onMessage.addListener(hear);
    port?.onDisconnect.addListener(() => {
      port = null;
      setTimeout(look, pause);
    });
    opened((message) => port?.postMessage(message));
    return port;
  };
  const look = (): void => {
    if (document.visibilityState === 'visible') connect()?.postMessage({ say: 'stay' });
  };
  const staying = setInterval(look, stayEvery);
  document.addEventListener('visibilitychange', look);
  look();
  return {
    say: (message) => connect()?.postMessage(message),
    end: () => {
      ended = true;
      clearInterval(staying);
      document.removeEventListener('visibilitychange', look);
      port?.disconnect();
    },
  };
}

/** Null once the extension was removed or replaced by a newer one: then this page has to be loaded anew. */
function newPort(name: string): Browser.runtime.Port | null {
  try {
    return browser.runtime.connect({ name });
  } catch {
    return null;
  }
}
