import * as l10n from '@vscode/l10n';
import { compareText } from '../../index/order.ts';
import type { DocumentView, IndexView } from '../../index/view.ts';
import type { TextEdit } from '../../model/finding.ts';
import { withCriteria } from '../../model/item.ts';
import type { RequirementItem, ResolvedReference } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { isNotebook } from '../../formats/carriers/notebook/notebookCode.ts';
import type { FileEdits } from '../edits.ts';
import { writtenReference } from '../writtenReference.ts';
import { linkEdits } from './linkEdits.ts';

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
