/** False where what Playwright waits for did not come in time. */
export function succeeds(done: Promise<unknown>): Promise<boolean> {
  return done.then(
    () => true,
    () => false,
  );
}
