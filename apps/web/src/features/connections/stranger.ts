/**
 * Who has led a member to the window, where that is another web page than the one that asks to be let
 * in: then one page tries to have another one's request allowed. Null where nothing speaks against it;
 * a page may hide that it leads somewhere, which is no sign of either.
 */
export function strangerOf(referrer: string, own: string, asking: string | null): string | null {
  if (!/^https?:/.test(referrer)) return null;
  const { origin } = new URL(referrer);
  return origin === own || origin === asking ? null : origin;
}
