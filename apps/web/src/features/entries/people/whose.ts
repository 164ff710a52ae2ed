import type { MemberId } from '@timegrove/domain/id.ts';
import { createContext, useContext } from 'react';

/** Whose timesheet is shown, and whether the one who looks may change it. */
export interface Whose {
  /** Null: the own one. */
  readonly other: { readonly memberId: MemberId; readonly name: string } | null;
  readonly mayChange: boolean;
  /** Only what is on the projects that the one who looks manages. */
  readonly inPart: boolean;
}

/** The own timesheet. */
export const own: Whose = { other: null, mayChange: true, inPart: false };

/** Tells everything in a timesheet whose it is. */
export const WhoseContext = createContext<Whose>(own);

/** Whose timesheet this is shown in. */
export function useWhose(): Whose {
  return useContext(WhoseContext);
}
