import './base-styles.ts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useDeferredValue, useEffect, type ReactNode } from 'react';
import { MeContext, meQuery, welcomeQuery } from '../features/session/queries.ts';
import { followNews } from './news.ts';
import { Opening } from './opening.tsx';
import { queryClient } from './query-client.ts';
import { UnexpectedScreen } from './unexpected-screen.tsx';
import { useLanguage } from './use-language.ts';

const AppFrame = lazy(async () => {
  const module = await import('./member-app.ts');
  return { default: module.AppFrame };
});
const VisitorScreen = lazy(async () => {
  void queryClient.prefetchQuery(welcomeQuery);
  const module = await import('../features/session/visitor-screen.tsx');
  return { default: module.VisitorScreen };
});

/** Shows the app to members and the way in to visitors, under the same address. */
export function SessionGate() {
  return (
    <MemberGate>
      <AppFrame />
    </MemberGate>
  );
}

/** Shows something to members and the way in to visitors. */
export function MemberGate({ children }: { children: ReactNode }) {
  const asked = useQuery(meQuery);
  // Deferred, so that the page goes on answering while the whole app is made.
  const me = useDeferredValue(asked.data);
  useLanguage(asked.data);
  const memberId = asked.data?.memberId;
  // Already while the app is made: what it then asks for need not be asked again once the line is open.
  useEffect(() => (memberId === undefined ? undefined : followNews()), [memberId]);
  if (asked.isError && asked.data === undefined) {
    return (
      <main>
        <UnexpectedScreen error={asked.error} reset={() => void asked.refetch()} />
      </main>
    );
  }
  if (me === undefined) return <Opening />;
  // With one key, React would keep the screens of who has left until the way in is loaded.
  return (
    <Suspense key={me === null ? 'visitor' : 'member'} fallback={<Opening />}>
      <MeContext value={me}>{me === null ? <VisitorScreen /> : children}</MeContext>
    </Suspense>
  );
}
