/**
 * The normal form of ids of which the hyphen may be left out behind some prefixes, which are a piece of the notation's own pattern: with `FR|SC`, `FR001` is
 * `FR-001`, and any other text stays as it is.
 */
export function withHyphen(prefixes: string): (written: string) => string {
  const short = new RegExp(`^(${prefixes})(?=\\d)`, 'u');
  return (written) => written.replace(short, '$1-');
}
