import { showRefusal } from '../../../shell/refusal.ts';
import { showUndo } from '../../../shell/undo.tsx';
import type { Reversible } from './reversible.ts';
import { useAttempt } from './use-attempt.ts';

/** Gives the verb that does something to the shown time, says so, and offers to take it back. */
export function useReversible(): (deed: Reversible, done: string) => void {
  const attempt = useAttempt();
  const all = async (calls: Reversible['back']): Promise<boolean> => {
    try {
      for (const call of calls) await attempt(call);
      return true;
    } catch (error) {
      showRefusal(error);
      return false;
    }
  };
  const act = async ({ call, back }: Reversible, done: string): Promise<void> => {
    if (await all([call])) showUndo(done, () => void all(back));
  };
  return (deed, done) => void act(deed, done);
}
