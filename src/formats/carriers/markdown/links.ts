const ELSEWHERE = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/|\?|#?$)/u;

/**
 * True for a link to somewhere in the same site: `../plan`, `/docs/plan#goals`, `#goals` of the same document. `https:`, `mailto:` and `//host` lead
 * elsewhere.
 */
export function isLocalLink(target: string): boolean {
  return !ELSEWHERE.test(target);
}
