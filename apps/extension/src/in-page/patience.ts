/** Says whether one more try is fine: at most `most` of them in any `span` milliseconds. */
export function createPatience(most: number, span: number): (now: number) => boolean {
  let tries: readonly number[] = [];
  return (now) => {
    tries = tries.filter((at) => now - at < span);
    if (tries.length >= most) return false;
    tries = [...tries, now];
    return true;
  };
}
