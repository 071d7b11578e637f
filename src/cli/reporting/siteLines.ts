import * as l10n from '@vscode/l10n';
import { parseMarkdown } from '../../formats/carriers/markdown/parseMarkdown.ts';
import { siteAnchors } from '../../formats/sites/siteAnchors.ts';
import type { IndexView } from '../../index/view.ts';
import type { FilePath } from '../../model/position.ts';
import { splitLines } from '../../text/lines.ts';

/** So many anchors show the rule. */
const MOST_ANCHORS = 8;

// @implements RT-1.6/AC5~fc0dc5
/** What documentation site a file is a page of, for `reqtrace explain`: the generator, where that was found, and what follows; nothing for other files. */
export function siteLines(view: IndexView, path: FilePath, text: string | undefined): string[] {
  const page = view.page(path);
  if (!page) return [];
  const { site, generator, address } = page;
  const found = l10n.t('Site: {0}, as {1} says', generator.title, site.from);
  const root = l10n.t('Links that begin with "/" start in: {0}', site.contents.map(({ folder }) => folder || '.')[0] ?? '.');
  const at = address === undefined ? l10n.t('{0} makes no page of it', generator.title) : l10n.t('Address of the page: {0}', address);
  const names =
    text === undefined ? [] : [...siteAnchors(generator, parseMarkdown(splitLines(text))).values()].flatMap(([usual]) => usual || []);
  const shown = names.slice(0, MOST_ANCHORS).map((name) => `#${name}`);
  const anchors = `${shown.join(', ')}${names.length > MOST_ANCHORS ? ', …' : ''}`;
  return [found, at, root, ...(shown.length > 0 ? [l10n.t('Anchors of its headings: {0}', anchors)] : [])];
}
