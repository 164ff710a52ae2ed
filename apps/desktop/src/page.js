/**
 * Runs before the page in every window: gives it what a browser has and the system's webview lacks,
 * by way of the app around it, and the word that only this app has, `timegroveDesktop`.
 */
(() => {
  const say = async (message) => {
    const reply = await fetch('/desktop-host', { method: 'POST', body: JSON.stringify(message) });
    if (reply.ok) return reply.json();
    const { message: sentence } = await reply.json().catch(() => ({}));
    throw new Error(sentence ?? 'The app did not understand.');
  };
  const hear = (listener) => {
    const take = ({ detail }) => listener(detail);
    window.addEventListener('timegrove-desktop', take);
    return () => window.removeEventListener('timegrove-desktop', take);
  };
  const give = (target, name, value) =>
    Object.defineProperty(target, name, { value, configurable: true });

  class NewsSource extends EventTarget {
    constructor() {
      super();
      this.leave = hear((message) => this.take(message));
      void say({ say: 'follow-news' });
    }
    take({ kind, name, data }) {
      if (kind === 'news-open') this.dispatchEvent(new Event('open'));
      if (kind === 'news-event') this.dispatchEvent(new MessageEvent(name, { data }));
      if (kind === 'news-lost') this.dispatchEvent(new Event('error'));
    }
    close() {
      this.leave();
      void say({ say: 'leave-news' });
    }
  }

  class Detector extends EventTarget {
    userState = null;
    screenState = null;
    /** Beyond what browsers tell: why nobody is there and since when. */
    away = null;
    async start({ threshold, signal }) {
      const leave = hear((message) => this.take(message));
      signal?.addEventListener('abort', leave);
      await say({ say: 'watch-presence', threshold });
    }
    take({ kind, away }) {
      if (kind !== 'presence') return;
      this.away = away;
      this.userState = away === null ? 'active' : 'idle';
      this.screenState = away?.reason === 'locked' ? 'locked' : 'unlocked';
      this.dispatchEvent(new Event('change'));
    }
    static requestPermission = async () => 'granted';
  }

  const permissions = navigator.permissions;
  const granted = Object.assign(new EventTarget(), { state: 'granted' });
  give(navigator, 'permissions', {
    query: async (what) =>
      what.name === 'idle-detection' ? granted : permissions.query.call(permissions, what),
  });
  give(window, 'EventSource', NewsSource);
  give(window, 'IdleDetector', Detector);
  give(window, 'resizeTo', (width, height) => void say({ say: 'resize', width, height }));
  // The files of the page are on this computer already.
  give(navigator, 'serviceWorker', undefined);
  give(window, 'timegroveDesktop', Object.freeze({ say, hear }));
})();
