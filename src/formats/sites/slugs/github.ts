import { createSlugs } from '../../carriers/markdown/slugs.ts';
import type { MakeAnchors } from './headingWords.ts';
import { withoutImages, withoutTypography } from './headingWords.ts';

/** Anchors as GitHub makes them, and Docusaurus: `A / B` is `a--b`. */
export const githubAnchors: MakeAnchors = () => {
  const slugs = createSlugs();
  return ({ plain }) => slugs(plain);
};

/** Anchors as Starlight makes them: those of GitHub, after its typographer has made dashes: `a -- b` is `a--b`, not `a----b`. */
export const starlightAnchors: MakeAnchors = () => {
  const slugs = createSlugs();
  return (heading) => slugs(withoutTypography(withoutImages(heading)));
};
