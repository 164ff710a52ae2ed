const longest = 100;

/** Waits until the browser has shown what stands in the page; not where nobody looks. */
export async function shown(): Promise<void> {
  if (document.hidden) return;
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // A window that lies below others may have no next frame.
    setTimeout(resolve, longest);
  });
}
