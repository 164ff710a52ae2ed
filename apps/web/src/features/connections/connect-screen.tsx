import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../shell/api.ts';
import { FrameSkeleton } from '../../shell/frame-skeleton.tsx';
import { UnexpectedScreen } from '../../shell/unexpected-screen.tsx';
import { useLanguage } from '../../shell/use-language.ts';
import { meQuery } from '../session/queries.ts';
import { AskedToConnect } from './asked-to-connect.tsx';
import { CodeForm } from './code-form.tsx';
import './connections.css';
import { WaysIn, type Bearer } from './ways-in.tsx';

const route = getRouteApi('/connect');

/**
 * The window in which a member lets another client in, or does not: a browser plugin, the desktop app, or
 * the timer on a web page. Nothing that it shows or knows goes back to who asks.
 */
export function ConnectScreen() {
  const { code } = route.useSearch();
  const me = useQuery(meQuery);
  const [bearer, setBearer] = useState<Bearer | null>(null);
  useLanguage(me.data);
  if (me.isPending) return <FrameSkeleton />;
  if (me.isError && me.data === undefined) {
    return <UnexpectedScreen error={me.error} reset={() => void me.refetch()} />;
  }
  const member = me.data ?? null;
  if (member === null && bearer === null) return <WaysIn onToken={setBearer} />;
  if (code === '') return <CodeForm />;
  // Another code is another question: nothing of the last answer may stay.
  return (
    <AskedToConnect key={code} code={code} ask={bearer?.ask ?? api} email={member?.email ?? null} />
  );
}
