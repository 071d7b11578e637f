import type { Texts } from './texts.ts';

/** Puts an address into the clipboard and says so; where a page may not, it shows the address. */
export async function copyAddress(hash: string, said: HTMLElement, { phrase }: Texts): Promise<void> {
  const address = `${location.href.replace(/#.*$/u, '')}${hash}`;
  try {
    await navigator.clipboard.writeText(address);
    said.textContent = phrase('copied', address);
  } catch {
    said.textContent = phrase('notCopied', address);
  }
}
