/** The address of the page with something changed in it; '' takes a part away. */
export function address(url: URL, change: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(url.searchParams);
  for (const [name, value] of Object.entries(change))
    if (value === '') query.delete(name);
    else query.set(name, value);
  return `?${query}`;
}
