import * as l10n from '@vscode/l10n';
import { compareText } from '../../index/order.ts';
import type { DocumentView, IndexView } from '../../index/view.ts';
import type { TextEdit } from '../../model/finding.ts';
import { withCriteria } from '../../model/item.ts';
import type { RequirementItem, ResolvedReference } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { isNotebook } from '../../formats/carriers/notebook/notebookCode.ts';
import { fileName } from '../../text/paths.ts';
import type { FileEdits } from '../edits.ts';
import { plainlyLinked } from '../navigation/documentLinks.ts';
import { writtenReference } from '../writtenReference.ts';

/** A file, or a folder with all that is in it, that is about to be moved or renamed. */
export interface Move {
  readonly from: FilePath;
  readonly to: FilePath;
}

/** Suffixes of files that are documents to people, and so left out of keys. */
const EXTENSION = /\.[^./]+$/u;

/**
 * What has to be written again when files move: references that name a document by its path (`launch#IP-1.1`), and relative links
 * between documents, in both directions. The places are those of the files as they are before the move.
 */
export function fileRenameEdits(view: IndexView, moves: readonly Move[]): FileEdits {
  const moved = (path: FilePath): FilePath => {
    const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
    return move ? move.to + path.slice(move.from.length) : path;
  };
  const documents = view.documents();
  // A document that names its own key keeps it wherever it is.
  const newKey = ({ key, path }: DocumentView): string => (key === keyOf(path) ? keyOf(moved(path)) : key);
  const keys = documents.map(newKey);
  const namespaces = [...new Set(documents.flatMap((document) => document.requirements.map((item) => newNamespace(item, moved))))];
  const names = { keys, moved, namespaces };
  const edits = [
    ...documents.flatMap((document) => {
      const key = newKey(document);
      return key === document.key ? [] : referenceEdits(view, document, { ...names, key });
    }),
    // A page that defines nothing links to others all the same.
    ...[...view.files.keys()].toSorted(compareText).flatMap((path) => linkEdits(view, path, moved)),
  ];
  return {
    // Nothing changes a notebook for a person, and its text is in JSON.
    edits: edits.filter(({ path }) => !isNotebook(path)),
    group: {
      label: l10n.t('Update references to the document in code'),
      description: l10n.t('References in code and tests'),
      has: (file) => ['code', 'test'].includes(view.facts(file)?.role ?? ''),
    },
  };
}

function keyOf(path: FilePath): string {
  return path.replace(EXTENSION, '');
}

/** How documents are called once they are moved. */
interface NewNames {
  readonly key: string;
  readonly keys: readonly string[];
  readonly moved: (path: FilePath) => FilePath;
  readonly namespaces: readonly string[];
}

/** The folder that an item is numbered in, where it lies then; the namespace as it is where that is not a folder around its document. */
function newNamespace({ namespace, path }: RequirementItem, moved: (path: FilePath) => FilePath): string {
  const rest = path.startsWith(`${namespace}/`) ? path.slice(namespace.length) : undefined;
  const to = moved(path);
  return rest !== undefined && to.endsWith(rest) ? to.slice(0, -rest.length) : namespace;
}

function referenceEdits(view: IndexView, { requirements }: DocumentView, { key, keys, moved, namespaces }: NewNames): TextEdit[] {
  return requirements.flatMap((requirement) => {
    const { namespace, documentKey } = requirement;
    const references = withCriteria(requirement).flatMap((item) => view.referencesTo(item.key));
    return references.flatMap((resolved) => {
      const { document } = resolved.reference;
      const isNamespace = namespace !== documentKey && document !== undefined && `/${namespace}`.endsWith(`/${document}`);
      return isNamespace
        ? documentEdit(view, resolved, newNamespace(requirement, moved), namespaces)
        : documentEdit(view, resolved, key, keys);
    });
  });
}

/** Writes as many segments of the new key as were written of the old one, or as many as tell it from the others. */
function documentEdit(view: IndexView, resolved: ResolvedReference, newKey: string, keys: readonly string[]): TextEdit[] {
  const document = writtenReference(view, resolved)?.document;
  if (!document) return [];
  const segments = newKey.split('/');
  for (let count = document.text.split('/').length; count <= segments.length; count += 1) {
    const tail = segments.slice(-count).join('/');
    if (count < segments.length && keys.some((key) => key !== newKey && (key === tail || key.endsWith(`/${tail}`)))) continue;
    return tail === document.text ? [] : [{ path: resolved.path, range: document.range, newText: tail }];
  }
  return [];
}

function linkEdits(view: IndexView, path: FilePath, moved: (path: FilePath) => FilePath): TextEdit[] {
  return (view.facts(path)?.links ?? []).flatMap(({ target, range }): TextEdit[] => {
    const file = plainlyLinked(view, target, path);
    // A target that is written with escapes is not the text that is there.
    const isLiteral = range.start.line === range.end.line && range.end.character - range.start.character === target.length;
    if (!isLiteral || file === undefined || (moved(file) === file && moved(path) === path)) return [];
    const newText = relink(target, file, moved(file), moved(path), view.configuration.siteRoot);
    return newText === undefined || newText === target ? [] : [{ path, range, newText }];
  });
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
  if (/^(?:index|README)$/u.test(stem) && !written.endsWith(stem)) return { dropped: `/${name}`, added: slash };
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
