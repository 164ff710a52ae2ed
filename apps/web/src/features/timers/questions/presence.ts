interface IdleDetector extends EventTarget {
  readonly userState: 'active' | 'idle' | null;
  readonly screenState: 'locked' | 'unlocked' | null;
  /** Since when nobody is there, in milliseconds since 1970; only the desktop app knows. */
  readonly awaySince?: number | null;
  start(options: { readonly threshold: number; readonly signal: AbortSignal }): Promise<void>;
}

declare global {
  interface Window {
    /** Only some browsers have it, and only over a secure connection. */
    readonly IdleDetector?: {
      new (): IdleDetector;
      requestPermission(): Promise<PermissionState>;
    };
  }
  interface Permissions {
    query(descriptor: { readonly name: 'idle-detection' }): Promise<PermissionStatus>;
  }
}

/** `absent` for so many milliseconds already. */
export type Presence =
  | { readonly kind: 'present' }
  | { readonly kind: 'absent'; readonly for: number };

interface Watch {
  readonly threshold: number;
  readonly signal: AbortSignal;
  readonly tell: (presence: Presence) => void;
}

/** Tells, until the signal aborts, whether somebody is at the computer; nothing where the browser does not say. */
export async function watchPresence({ threshold, signal, tell }: Watch): Promise<void> {
  if (window.IdleDetector === undefined) return;
  const detector = new window.IdleDetector();
  const look = (): void => {
    const { awaySince = null, screenState, userState } = detector;
    if (awaySince !== null) tell({ kind: 'absent', for: Date.now() - awaySince });
    // A locked screen is left at that moment; a still mouse was left before it counts.
    else if (screenState === 'locked') tell({ kind: 'absent', for: 0 });
    else if (userState === 'idle') tell({ kind: 'absent', for: threshold });
    else tell({ kind: 'present' });
  };
  detector.addEventListener('change', look, { signal });
  try {
    await detector.start({ threshold, signal });
    look();
  } catch {
    // Without the permission nobody is asked anything.
  }
}
