import type { DocumentLink } from 'vscode-languageserver-types';
import { linkTargets } from '../../index/references/documentLinks.ts';
import type { WrittenLink } from '../../index/sites/followLink.ts';
import type { IndexView } from '../../index/view.ts';
import type { FilePath } from '../../model/position.ts';
import { itemTitle } from '../hover/itemMarkdown.ts';
import type { UriOf } from '../place.ts';
import { lspRange, uriOfLine } from '../place.ts';

/**
 * Links of a file: its references to the items that they mean, and a document's own links where they lead on the site that
 * is built from it, so that `/plans/overview` opens `docs/plans/overview.md`.
 */
export function documentLinks(view: IndexView, path: FilePath, uriOf: UriOf): DocumentLink[] {
  const references = view.referencesIn(path).flatMap(({ use, reference, resolution }): DocumentLink[] => {
    if (resolution.kind === 'external')
      return [{ range: lspRange(reference.range), target: resolution.address, tooltip: resolution.address }];
    if (use === 'definition' || resolution.kind !== 'item') return [];
    const { item } = resolution;
    return [
      {
        range: lspRange(reference.range),
        target: uriOfLine({ path: item.path, range: item.facts.nameRange }, uriOf),
        tooltip: itemTitle(item),
      },
    ];
  });
  const pages = (view.facts(path)?.links ?? []).flatMap((link): DocumentLink[] => {
    const file = linkedFile(view, link, path);
    return file === undefined ? [] : [{ range: lspRange(link.range), target: uriOf(file), tooltip: file }];
  });
  return [...references, ...pages];
}

/** The file that a link of a document leads to; undefined if it is another's page or broken. */
export function linkedFile(view: IndexView, link: WrittenLink, from: FilePath): FilePath | undefined {
  return view.follow(link, from) ?? plainlyLinked(view, link, from);
}

/** The same by the paths of files alone, whatever a site makes of them. */
export function plainlyLinked(view: IndexView, { target, tag }: WrittenLink, from: FilePath): FilePath | undefined {
  if (tag !== undefined) return undefined;
  const targets = linkTargets(target, from, view.configuration.siteRoot);
  return targets.kind === 'inside' ? targets.files.find((file) => view.files.has(file)) : undefined;
}
