/** The title of a fix within a sentence: `Change to IP-1.1` is `change to IP-1.1`. */
export function asAdvice(mend: string): string {
  return mend.charAt(0).toLowerCase() + mend.slice(1);
}
