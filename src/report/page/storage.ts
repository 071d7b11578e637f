/** What the browser kept under a name; undefined where there is nothing, or where it keeps nothing, as for pages in a sandbox. */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text where the browser keeps anything. */
export function retain(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    // Then it holds for as long as the page is open.
  }
}
