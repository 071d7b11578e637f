import type { FilePath } from '../../model/position.ts';
import { fileName, folderOf } from '../../text/paths.ts';

/** What is below a folder: another folder with several documents below it, or a document. */
export type Entry<Document> =
  | { readonly kind: 'directory'; readonly path: FilePath; readonly label: string; readonly documents: readonly Document[] }
  | { readonly kind: 'document'; readonly path: FilePath; readonly label: string; readonly dimmed: string; readonly document: Document };

/**
 * Lays documents out as the Explorer lays out files: folders first, those with nothing but a folder in them in one row with it. What all documents
 * have in common is left out, and a document that is alone in its folder stands for it: `guide.md`, dimmed `docs/old`, or the other way round where others
 * here are called `guide.md` too.
 *
 * @param documents in order of their paths.
 * @param at folder whose entries are asked for; empty for the top.
 */
export function entriesOf<Document extends { readonly path: FilePath }>(documents: readonly Document[], at: FilePath): Entry<Document>[] {
  const top = at === '' ? commonFolder(documents) : at;
  const start = top === '' ? 0 : top.length + 1;
  const within = at === '' ? documents : documents.filter(({ path }) => path.startsWith(`${at}/`));
  const below = new Map<string, Document[]>();
  const here: Document[] = [];
  for (const document of within) {
    const slash = document.path.indexOf('/', start);
    if (slash < 0) {
      here.push(document);
      continue;
    }
    const name = document.path.slice(start, slash);
    const known = below.get(name);
    if (known) known.push(document);
    else below.set(name, [document]);
  }
  const twice = repeated(within.map(({ path }) => fileName(path)));
  return [
    ...Array.from(below.values(), (those): Entry<Document> => {
      const [first] = those;
      if (first && those.length === 1) return lone(first, folderOf(first.path).slice(start), twice);
      const path = commonFolder(those);
      return { kind: 'directory', path, label: path.slice(start), documents: those };
    }),
    ...here.map((document) => lone(document, '', twice)),
  ];
}

/** The folders that a document is below, from the top down; the last of them has the document as an entry. */
export function directoriesAbove(documents: readonly { readonly path: FilePath }[], path: FilePath): FilePath[] {
  const above: FilePath[] = [];
  for (let at = '', under = documents; ;) {
    const entry = entriesOf(under, at).find((one) => one.path === path || (one.kind === 'directory' && path.startsWith(`${one.path}/`)));
    if (entry?.kind !== 'directory' || entry.path === path) return above;
    above.push(entry.path);
    at = entry.path;
    under = entry.documents;
  }
}

function lone<Document extends { readonly path: FilePath }>(
  document: Document,
  chain: string,
  twice: ReadonlySet<string>,
): Entry<Document> {
  const name = fileName(document.path);
  const names = chain !== '' && twice.has(name) ? { label: chain, dimmed: name } : { label: name, dimmed: chain };
  return { kind: 'document', path: document.path, document, ...names };
}

/** Documents in one list: by their names, with the folder before those that are called like others. */
export function listed<Document extends { readonly path: FilePath }>(
  documents: readonly Document[],
): (Entry<Document> & { kind: 'document' })[] {
  const twice = repeated(documents.map(({ path }) => fileName(path)));
  return documents.map((document) => {
    const [name, folder] = [fileName(document.path), folderOf(document.path)];
    const isTwice = twice.has(name) && folder !== '';
    const names = isTwice ? { label: `${fileName(folder)}/${name}`, dimmed: folderOf(folder) } : { label: name, dimmed: folder };
    return { kind: 'document', path: document.path, document, ...names };
  });
}

/** The innermost folder that holds all of them. */
function commonFolder(documents: readonly { readonly path: FilePath }[]): FilePath {
  const [first, ...others] = documents;
  let common = first ? folderOf(first.path) : '';
  for (const { path } of others) while (common !== '' && !path.startsWith(`${common}/`)) common = folderOf(common);
  return common;
}

function repeated(names: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>();
  return new Set(names.filter((name) => once.size === once.add(name).size));
}
