import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { MeContext, meQuery } from '../features/session/queries.ts';
import { FrameSkeleton } from './frame-skeleton.tsx';
import { UnexpectedScreen } from './unexpected-screen.tsx';
import { useLanguage } from './use-language.ts';

// Most who come are signed in: the frame is fetched while the server is asked who it is.
const frame = import('./app-frame.tsx');
const AppFrame = lazy(async () => ({ default: (await frame).AppFrame }));
const VisitorScreen = lazy(async () => {
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
  const me = useQuery(meQuery);
  useLanguage(me.data);
  if (me.isPending) return <FrameSkeleton />;
  if (me.isError && me.data === undefined) {
    return (
      <main>
        <UnexpectedScreen error={me.error} reset={() => void me.refetch()} />
      </main>
    );
  }
  const member = me.data ?? null;
  // With one key, React would keep the screens of who has left until the way in is loaded.
  return (
    <Suspense key={member === null ? 'visitor' : 'member'} fallback={<FrameSkeleton />}>
      <MeContext value={member}>{member === null ? <VisitorScreen /> : children}</MeContext>
    </Suspense>
  );
}
