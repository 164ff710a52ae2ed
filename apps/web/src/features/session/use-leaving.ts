import { useState } from 'react';
import { useOutbox } from '../outbox/use-outbox.ts';
import { useSignOut } from './use-sign-out.ts';

interface Leaving {
  /** Signs out; asks first when something here is not with the server yet. */
  readonly ask: () => void;
  readonly asked: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
}

/** The way out, with a word about what would be left behind. */
export function useLeaving(): Leaving {
  const outbox = useOutbox();
  const signOut = useSignOut();
  const [asked, setAsked] = useState(false);
  return {
    ask: () => (outbox.contents().listed.length === 0 ? signOut() : setAsked(true)),
    asked,
    stay: () => setAsked(false),
    leave: signOut,
  };
}
