/**
 * True if a file changed after a run began. Many formats write whole seconds only, and then whole seconds are compared: a file that was written in the second in
 * which its tests began is no newer than they are.
 *
 * @param modified when the file changed, @param began when the run began, in milliseconds since 1970.
 */
export function isNewer(modified: number, began: number): boolean {
  return (began % 1000 === 0 ? Math.floor(modified / 1000) * 1000 : modified) > began;
}
