import type { MemberId } from '@timegrove/domain/id.ts';
import { createContext, useContext } from 'react';

/** Whose timesheet is shown, and what the one who looks may do there. */
export interface Whose {
  /** Null: the own one. */
  readonly other: { readonly memberId: MemberId; readonly name: string } | null;
  /**
   * `look-in-part`: only at what is on the projects that the one who looks manages. `locked`: the
   * account keeps time as old as this as it is.
   */
  readonly right: 'change' | 'look' | 'look-in-part' | 'locked';
  readonly mayChange: boolean;
  /** Whether time can be added by hand. */
  readonly mayAdd: boolean;
}

/** The own timesheet, where nothing is forbidden. */
const own: Whose = { other: null, right: 'change', mayChange: true, mayAdd: true };

/** Tells everything in a timesheet whose it is. */
export const WhoseContext = createContext<Whose>(own);

/** Whose timesheet this is shown in. */
export function useWhose(): Whose {
  return useContext(WhoseContext);
}
