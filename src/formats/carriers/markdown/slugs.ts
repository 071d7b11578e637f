import GithubSlugger from 'github-slugger';

/**
 * Gives each heading of one document the anchor that GitHub gives it; ask once for every heading, in order, since a
 * second equal heading gets `-1`: `Step 5: Design` is `step-5-design`, then `step-5-design-1`.
 */
export function createSlugs(): (heading: string) => string {
  const slugger = new GithubSlugger();
  return (heading) => slugger.slug(heading);
}

/** The anchor of a heading that no other of its document is like: `step-5-design` for `Step 5: Design`. */
export function slugOf(heading: string): string {
  return createSlugs()(heading);
}
