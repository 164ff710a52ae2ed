import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Opening } from '../../shell/opening.tsx';
import { UnexpectedScreen } from '../../shell/unexpected-screen.tsx';
import { welcomeQuery } from './queries.ts';
import { SignInForm } from './sign-in-form.tsx';

const SignUpForm = lazy(async () => {
  const module = await import('./sign-up-form.tsx');
  return { default: module.SignUpForm };
});

/** What a visitor sees: sign-up on a new server, sign-in on every other. */
export function VisitorScreen() {
  const welcome = useQuery(welcomeQuery);
  if (welcome.isPending) return <Opening />;
  if (welcome.isError) {
    return <UnexpectedScreen error={welcome.error} reset={() => void welcome.refetch()} />;
  }
  if (welcome.data.accountExists) return <SignInForm demo={welcome.data.demo} />;
  return (
    <Suspense fallback={<Opening />}>
      <SignUpForm />
    </Suspense>
  );
}
