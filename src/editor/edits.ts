import type { AnnotatedTextEdit, ChangeAnnotation, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextEdit } from '../model/finding.ts';
import type { FilePath } from '../model/position.ts';
import { byStart } from '../model/position.ts';
import { LineMap } from '../text/lineMap.ts';
import type { UriOf } from './place.ts';
import { lspRange } from './place.ts';

/** What an editor can do with an edit of several files. */
export interface EditAbilities {
  /** Takes edits by document, and so can create files. */
  readonly documentChanges: boolean;
  /** Shows edits under the names of their groups, where a person asks to see them first. */
  readonly changeAnnotations: boolean;
}

/** An edit of files, before it is put in the words of the protocol. */
export interface FileEdits {
  readonly edits: readonly TextEdit[];
  /** Files that do not exist yet. */
  readonly created?: readonly FilePath[];
  /** A group of the edits, for previews; absent where nothing sets any apart. */
  readonly group?: {
    readonly label: string;
    readonly description: string;
    readonly confirm?: boolean;
    has(path: FilePath, edit?: TextEdit): boolean;
  };
}

const GROUP = 'group';

/** Puts edits into the form that the editor understands; without the abilities, the plain map of changes that every editor takes. */
export function workspaceEdit({ edits, created = [], group }: FileEdits, uriOf: UriOf, abilities: EditAbilities): WorkspaceEdit {
  const byFile = editsByFile(edits);
  if (!abilities.documentChanges) {
    return { changes: Object.fromEntries(Array.from(byFile, ([path, ofFile]) => [uriOf(path), ofFile.map((edit) => lspEdit(edit))])) };
  }
  const named = abilities.changeAnnotations ? group : undefined;
  const isUsed = named && edits.some((edit) => named.has(edit.path, edit));
  const changes = Array.from(byFile, ([path, ofFile]): TextDocumentEdit => ({
    textDocument: { uri: uriOf(path), version: null },
    edits: ofFile.map((edit) => (named?.has(path, edit) ? { ...lspEdit(edit), annotationId: GROUP } : lspEdit(edit))),
  }));
  const annotations: Record<string, ChangeAnnotation> = {};
  // What has to be confirmed is left out by VS Code unless a person ticks it: of a rename, half of the references would lead nowhere.
  if (named) annotations[GROUP] = { label: named.label, description: named.description, needsConfirmation: named.confirm ?? false };
  return {
    documentChanges: [
      ...created.map((path) => ({ kind: 'create' as const, uri: uriOf(path), options: { ignoreIfExists: true } })),
      ...changes,
    ],
    ...(isUsed && { changeAnnotations: annotations }),
  };
}

/** Edits sorted by the file that they change. */
export function editsByFile(edits: Iterable<TextEdit>): Map<FilePath, TextEdit[]> {
  const byFile = new Map<FilePath, TextEdit[]>();
  for (const edit of edits) {
    const ofFile = byFile.get(edit.path);
    if (ofFile) ofFile.push(edit);
    else byFile.set(edit.path, [edit]);
  }
  return byFile;
}

/** The text with the edits made; they are of this one file, in any order, and do not overlap. */
export function applyEdits(text: string, edits: readonly Pick<TextEdit, 'range' | 'newText'>[]): string {
  const lines = new LineMap(text);
  let result = '';
  let last = 0;
  for (const { range, newText } of edits.toSorted(byStart)) {
    result += text.slice(last, lines.startOf(range.start.line) + range.start.character) + newText;
    last = lines.startOf(range.end.line) + range.end.character;
  }
  return result + text.slice(last);
}

function lspEdit({ range, newText }: TextEdit): Omit<AnnotatedTextEdit, 'annotationId'> {
  return { range: lspRange(range), newText };
}
