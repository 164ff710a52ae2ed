import { useQuery } from '@tanstack/react-query';
import { FrameSkeleton } from '../../shell/frame-skeleton.tsx';
import { UnexpectedScreen } from '../../shell/unexpected-screen.tsx';
import { welcomeQuery } from './queries.ts';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

/** What a visitor sees: sign-up on a new server, sign-in on every other. */
export function VisitorScreen() {
  const welcome = useQuery(welcomeQuery);
  if (welcome.isPending) return <FrameSkeleton />;
  if (welcome.isError) {
    return <UnexpectedScreen error={welcome.error} reset={() => void welcome.refetch()} />;
  }
  if (!welcome.data.accountExists) return <SignUpForm />;
  return <SignInForm demo={welcome.data.demo} />;
}
