import * as contract from '@timegrove/contract/session.ts';
import * as sessions from '@timegrove/contract/sessions.ts';
import type { Door } from '../../http/bind.ts';
import { changeMe } from './change-me.ts';
import { changePassword } from './change-password.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endSession } from './end-session.ts';
import { listSessions } from './list-sessions.ts';
import { readMe } from './read-me.ts';
import { readWelcome } from './read-welcome.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { signUp } from './sign-up.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function sessionRoutes(door: Door): void {
  door.bindPublic(contract.readWelcome, readWelcome);
  door.bindPublic(contract.signUp, signUp);
  door.bindPublic(contract.signIn, signIn);
  door.bindPublic(contract.signOut, signOut);
  door.bind(contract.readMe, readMe);
  door.bind(contract.changeMe, changeMe);
  door.bind(contract.changePassword, changePassword);
  door.bind(sessions.listSessions, listSessions);
  door.bind(sessions.endSession, endSession);
  door.bind(sessions.endOtherSessions, endOtherSessions);
  door.bindPublic(contract.requestPasswordReset, requestPasswordReset);
  door.bindPublic(contract.resetPassword, resetPassword);
}
