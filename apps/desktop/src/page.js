/**
 * Runs before the page in every window: gives it what a browser has and the system's webview lacks,
 * by way of the app around it, and the word that only this app has, `timegroveDesktop`.
 */
{
  const host = Object.freeze({
    async say(message) {
      const reply = await fetch('/desktop-host', { method: 'POST', body: JSON.stringify(message) });
      if (reply.ok) return reply.json();
      const { message: sentence } = await reply.json().catch(() => ({}));
      throw new Error(sentence ?? 'The app did not understand.');
    },
    hear(listener) {
      const take = ({ detail }) => listener(detail);
      window.addEventListener('timegrove-desktop', take);
      return () => window.removeEventListener('timegrove-desktop', take);
    },
  });

  /** A page of a scheme of its own cannot follow a stream. */
  class EventSource extends EventTarget {
    constructor() {
      super();
      this.leave = host.hear((message) => this.take(message));
      void host.say({ say: 'follow-news' });
    }
    take({ kind, name, data }) {
      if (kind === 'news-open') this.dispatchEvent(new Event('open'));
      if (kind === 'news-event') this.dispatchEvent(new MessageEvent(name, { data }));
      if (kind === 'news-lost') this.dispatchEvent(new Event('error'));
    }
    close() {
      this.leave();
      void host.say({ say: 'leave-news' });
    }
  }

  class IdleDetector extends EventTarget {
    userState = null;
    screenState = null;
    /** Beyond what browsers tell. */
    awaySince = null;
    async start({ threshold, signal }) {
      signal.addEventListener(
        'abort',
        host.hear((message) => this.take(message)),
      );
      await host.say({ say: 'watch-presence', threshold });
    }
    take({ kind, away }) {
      if (kind !== 'presence') return;
      const unlocked = away === null || away.reason === 'idle';
      this.awaySince = away?.since ?? null;
      this.userState = away === null ? 'active' : 'idle';
      this.screenState = unlocked ? 'unlocked' : 'locked';
      this.dispatchEvent(new Event('change'));
    }
    static requestPermission = async () => 'granted';
  }

  const { permissions } = navigator;
  const granted = Object.assign(new EventTarget(), { state: 'granted' });
  const query = async (what) =>
    what.name === 'idle-detection' ? granted : permissions.query.call(permissions, what);
  const resizeTo = (width, height) => void host.say({ say: 'resize', width, height });
  // The files of the page are on this computer already.
  const navigators = { permissions: { query }, serviceWorker: undefined };
  const windows = { EventSource, IdleDetector, resizeTo, timegroveDesktop: host };
  for (const [name, value] of Object.entries(navigators))
    Object.defineProperty(navigator, name, { value });
  for (const [name, value] of Object.entries(windows))
    Object.defineProperty(window, name, { value });

  if (window.name === 'timegrove-widget') {
    const control = 'a, button, input, textarea, [role=option], [role=dialog]';
    window.addEventListener('pointerdown', ({ button, target }) => {
      if (button === 0 && target.closest(control) === null) void host.say({ say: 'drag' });
    });
    window.addEventListener('contextmenu', (event) => {
      if (event.target.closest('input, textarea') !== null) return;
      event.preventDefault();
      void host.say({ say: 'open-menu' });
    });
  }
}
