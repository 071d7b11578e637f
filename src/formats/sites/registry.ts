import type { GeneratorName } from '../../model/site.ts';
import { docusaurus } from './docusaurus.ts';
import { eleventy } from './eleventy.ts';
import type { Generator } from './generator.ts';
import { hugo } from './hugo.ts';
import { jekyll } from './jekyll.ts';
import { mkdocs } from './mkdocs.ts';
import { sphinx } from './sphinx.ts';
import { starlight } from './starlight.ts';
import { vitepress } from './vitepress.ts';

/** The generators of sites; of two that have the same folder the first counts. */
export const GENERATORS: readonly Generator[] = [mkdocs, docusaurus, vitepress, starlight, sphinx, hugo, eleventy, jekyll];

/** `generatorNamed('jekyll').title` is `Jekyll`. */
export function generatorNamed(name: GeneratorName): Generator {
  const found = GENERATORS.find((one) => one.name === name);
  if (!found) throw new RangeError(`No generator ${name}`);
  return found;
}
