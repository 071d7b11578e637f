import { parse } from 'smol-toml';
import type { GeneratorName, PageFacts } from '../../model/site.ts';
import type { FrontMatter } from '../carriers/markdown/frontMatter.ts';
import { text, texts } from './values.ts';

const NOTHING: PageFacts = {};
/** The key of the address itself, where the generator has one. */
const ADDRESS: Readonly<Partial<Record<GeneratorName, string>>> = { jekyll: 'permalink', eleventy: 'permalink', hugo: 'url' };

/** What the front matter of a page says about its address, in the words of its generator; empty for most. */
export function pageFacts(name: GeneratorName, { data, lines }: FrontMatter, source: readonly string[]): PageFacts {
  if (lines === 0) return NOTHING;
  const values = source[0]?.startsWith('+++') ? tomlIn(source.slice(1, lines - 1).join('\n')) : data;
  const key = ADDRESS[name];
  const permalink = key === undefined ? undefined : text(values[key]);
  const slug = text(values['slug']);
  const id = name === 'docusaurus' ? text(values['id']) : undefined;
  const redirects = [...texts(values['aliases']), ...(name === 'jekyll' ? texts(values['redirect_from']) : [])];
  const isDraft = values['draft'] === true || values['published'] === false;
  // Eleventy has no drafts but those of a project's own code.
  const hidden = (isDraft && name !== 'eleventy') || values[key ?? ''] === false;
  if (permalink === undefined && slug === undefined && id === undefined && redirects.length === 0 && !hidden) return NOTHING;
  return {
    ...(permalink !== undefined && { permalink }),
    ...(slug !== undefined && { slug }),
    ...(id !== undefined && { id }),
    ...(redirects.length > 0 && { redirects }),
    ...(hidden && { hidden: true }),
  };
}

function tomlIn(written: string): Readonly<Record<string, unknown>> {
  try {
    return parse(written);
  } catch {
    return {};
  }
}
