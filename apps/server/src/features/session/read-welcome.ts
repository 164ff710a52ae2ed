import type { readWelcome as endpoint } from '@timegrove/contract/session.ts';
import type { PublicVerb } from '../../http/bind.ts';

/** Tells a visitor's browser whether to show sign-up or sign-in, and what a demo server offers. */
export const readWelcome: PublicVerb<typeof endpoint> = async ({ db, house }) => {
  const account = await db.selectFrom('account').select('id').limit(1).executeTakeFirst();
  return {
    accountExists: account !== undefined,
    demo: house.demo && { sandboxUrl: house.demo.sandboxUrl, logins: [...house.demo.logins] },
  };
};
