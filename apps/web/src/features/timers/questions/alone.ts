/** Does something while no other window of this browser does it; without a secure connection there are no locks. */
export async function alone<T>(
  name: string,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const locks: unknown = Reflect.get(navigator, 'locks');
  if (locks === undefined) return work();
  return navigator.locks.request(name, { ...(signal && { signal }) }, work);
}
