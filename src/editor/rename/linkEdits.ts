import type { PlacedPage } from '../../index/sites/siteIndex.ts';
import type { IndexView } from '../../index/view.ts';
import type { DocumentLink } from '../../model/facts.ts';
import type { LinkTag } from '../../model/site.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { FilePath } from '../../model/position.ts';
import { fileName, inFolder, withinFolder } from '../../text/paths.ts';
import { plainlyLinked } from '../navigation/documentLinks.ts';

const EXTENSION = /\.[^./]+$/u;

/** A link with the file that it leads to, and both ends where they will be. */
interface Ends {
  readonly target: string;
  readonly path: FilePath;
  readonly from: FilePath;
  readonly oldFile: FilePath;
  readonly file: FilePath;
}

/**
 * The links of a file to be written again when files move, each in the style in which it is written. Those that name a file keep to files, those that only
 * a generator follows to its words, and the address of a page becomes its new address: `linkEdits(view, 'README.md', (path) => path)`.
 */
export function linkEdits(view: IndexView, path: FilePath, moved: (path: FilePath) => FilePath): TextEdit[] {
  return (view.facts(path)?.links ?? []).flatMap((link): TextEdit[] => {
    const { target, range } = link;
    // A target that is written with escapes is not the text that is there.
    if (range.start.line !== range.end.line || range.end.character - range.start.character !== target.length) return [];
    const newText = rewritten(view, link, path, moved);
    return newText === undefined || newText === target ? [] : [{ path, range, newText }];
  });
}

function rewritten(view: IndexView, link: DocumentLink, path: FilePath, moved: (path: FilePath) => FilePath): string | undefined {
  const plain = plainlyLinked(view, link, path);
  const oldFile = plain ?? view.follow(link, path);
  if (oldFile === undefined || (moved(oldFile) === oldFile && moved(path) === path)) return undefined;
  const ends = { target: link.target, path, from: moved(path), oldFile, file: moved(oldFile) };
  if (link.tag !== undefined) return tagged(view, link.tag, ends);
  return plain === undefined ? addressed(view, ends) : relink(ends.target, oldFile, ends.file, ends.from, view.configuration.siteRoot);
}

/** A link from the root of the folder that a generator starts from, or beside its page, as it was. */
function tagged(view: IndexView, tag: LinkTag, { target, path, from, oldFile, file }: Ends): string | undefined {
  const page = view.page(path);
  if (!page) return undefined;
  if (tag === 'post_url') {
    const folder = page.site.contents.find(({ kind, folder: at }) => kind === 'posts' && withinFolder(at, oldFile) !== undefined)?.folder;
    const within = folder === undefined ? undefined : withinFolder(folder, file);
    return within?.replace(EXTENSION, '');
  }
  const root = tag === 'ref' ? page.content.folder : page.site.root;
  if (withinFolder(root, file) === undefined) return undefined;
  const isRooted = target.startsWith('/');
  const fromRoot = tag === 'link' || (!isRooted && tag === 'ref' && !isBeside(target, path, oldFile));
  const next = relink(fromRoot ? `/${target}` : target, oldFile, file, from, root);
  return fromRoot && !isRooted ? next?.slice(1) : next;
}

/** True for a link that is read from the folder of its page, and not from the root of all. */
function isBeside(target: string, path: FilePath, file: FilePath): boolean {
  const written = target.replace(/[?#].*$/su, '').replace(EXTENSION, '');
  return relativePath(path, file).startsWith(written.replace(/^\.\//u, ''));
}

/** The address of a page from the root of its host. One that front matter gives stays, and so does a link that is counted from the address of its page. */
function addressed(view: IndexView, { target, path, oldFile, file }: Ends): string | undefined {
  const [before, page] = [view.page(oldFile), view.page(file)];
  const { permalink, slug, id } = view.facts(oldFile)?.page ?? {};
  if (!target.startsWith('/') || !before || file === oldFile || [permalink, slug, id].some((one) => one !== undefined)) return undefined;
  const written = target.replace(/[?#].*$/su, '');
  const suffix = target.slice(written.length);
  if (/\.(?:mdx?|markdown)$/u.test(written)) {
    const root = before.site.contents.find(({ folder }) => inFolder(folder, written.slice(1)) === oldFile)?.folder;
    return root === undefined || withinFolder(root, file) === undefined ? undefined : relink(target, oldFile, file, path, root);
  }
  const isBased = `${written}/`.startsWith(`${before.site.base}/`);
  const found = isBased ? written.slice(before.site.base.length) : written;
  // Another of its addresses leads on to it wherever it is.
  if (page?.address === undefined || page.site !== before.site || bare(found) !== bare(withinSite(before))) return undefined;
  const next = withinSite(page);
  const styled = inStyle(next, found);
  return `${isBased ? before.site.base : ''}${encode(styled === '' ? '/' : styled)}${suffix}`;
}

/** An address with the slash or ending that another one has. */
function inStyle(address: string, other: string): string {
  const html = /\.html?$/u.exec(other)?.[0];
  if (html === undefined) return `${bare(address)}${other.endsWith('/') ? '/' : ''}`;
  return address.endsWith('/') ? address : `${bare(address)}${html}`;
}

function withinSite({ address = '', site: { base } }: PlacedPage): string {
  return address.slice(base.length);
}

function bare(address: string): string {
  return address.replace(/(?:\.html?|\/)$/u, '');
}

/** The link written for its new ends in the style of the old one; undefined where that style cannot say it. */
function relink(target: string, oldFile: FilePath, file: FilePath, from: FilePath, siteRoot: string): string | undefined {
  const end = target.search(/[?#]/u);
  const written = end < 0 ? target : target.slice(0, end);
  const suffix = end < 0 ? '' : target.slice(end);
  const ending = styledEnding(written, oldFile);
  if (!oldFile.endsWith(ending.dropped)) return undefined;
  const kept = ending.dropped === '' || !file.endsWith(ending.dropped) ? file : file.slice(0, -ending.dropped.length) + ending.added;
  if (written.startsWith('/')) {
    const root = siteRoot === '' ? '' : `${siteRoot}/`;
    return kept.startsWith(root) ? `/${encode(kept.slice(root.length))}${suffix}` : undefined;
  }
  const relative = relativePath(from, kept);
  return `${written.startsWith('./') && !relative.startsWith('.') ? './' : ''}${encode(relative)}${suffix}`;
}

/** What a link leaves out of the path of its file: `.md`, `/index.md`, and what it puts there instead: `.html`, `/`. */
function styledEnding(written: string, file: FilePath): { readonly dropped: string; readonly added: string } {
  const extension = EXTENSION.exec(file)?.[0] ?? '';
  const name = fileName(file);
  if (written.endsWith(extension) && written.endsWith(encode(name))) return { dropped: '', added: '' };
  const html = /\.html?$/u.exec(written)?.[0];
  if (html !== undefined) return { dropped: extension, added: html };
  const slash = written.endsWith('/') ? '/' : '';
  const stem = name.slice(0, name.length - extension.length);
  if (/^(?:_?index|README)$/u.test(stem) && !written.endsWith(stem)) return { dropped: `/${name}`, added: slash };
  return { dropped: extension, added: slash };
}

function relativePath(from: FilePath, to: FilePath): string {
  const base = from.split('/').slice(0, -1);
  const target = to.split('/');
  let common = 0;
  while (common < base.length && common < target.length - 1 && base[common] === target[common]) common += 1;
  return [...base.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}

function encode(path: string): string {
  return encodeURI(path).replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('#', '%23').replaceAll('?', '%3F');
}
