/** What a page asks of the desktop app around it. */
export type Asking =
  | { readonly say: 'show'; readonly state: TrayState }
  | { readonly say: 'notify'; readonly title: string; readonly body: string }
  | { readonly say: 'read-settings' }
  | {
      readonly say: 'change-settings';
      readonly shortcut: string;
      readonly caFile: string;
      readonly proxy: string;
      readonly autostart: boolean;
    }
  | { readonly say: 'connect'; readonly server: string }
  | { readonly say: 'use-token'; readonly server: string; readonly token: string }
  | { readonly say: 'sign-out' };

/** What the menu of the tray shows, in the language of its reader. */
export interface TrayState {
  /** `since` is in milliseconds by the clock of this computer. */
  readonly running: { readonly name: string; readonly since: number } | null;
  readonly recent: readonly { readonly id: string; readonly name: string }[];
  readonly words: Readonly<Record<TrayWord, string>>;
}
type TrayWord =
  | 'nothing'
  | 'start'
  | 'stop'
  | 'recent'
  | 'synchronize'
  | 'timesheet'
  | 'toggle'
  | 'settings'
  | 'quit';

/** The desktop app around a page: it has the window, the tray, the token and the network. */
interface DesktopHost {
  /** Asks for something. @throws an error whose message is a sentence to show */
  readonly say: (asking: Asking) => Promise<unknown>;
  /** Hears what the app tells, until the returned function is called. */
  readonly hear: (listener: (told: unknown) => void) => () => void;
}

declare global {
  interface Window {
    /** Only in the desktop app, which puts it there before the page begins. */
    readonly timegroveDesktop?: DesktopHost;
  }
}

/** Shows a notification of the system, where the page is in the desktop app. */
export function notify(title: string, body: string): void {
  // Without a notification, what it says still stands in the window.
  window.timegroveDesktop?.say({ say: 'notify', title, body }).catch(() => undefined);
}
