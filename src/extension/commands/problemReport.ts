import type { FolderState } from '../../server/protocol.ts';

/** All that goes into a report of a problem. */
export interface ProblemFacts {
  readonly version: string;
  readonly editor: string;
  readonly system: string;
  readonly language: string;
  readonly remote: string;
  readonly trusted: boolean;
  readonly health: string;
  readonly folders: readonly FolderState[];
  readonly log: readonly string[];
}

/** More of the log than this tells nothing new. */
const MOST_LINES = 200;

/** What a path looks like, in quotes, as a URI or bare: with a slash or a backslash between two names. */
const PATHS = /(?:[a-z][a-z+.-]+:\/\/\/?|[A-Za-z]:[\\/]|~?\/|\.{1,2}[\\/])[^\s"'`,;()]*|[^\s"'`,;()[\]]+[\\/][^\s"'`,;()]*/gu;
/** Names of files: `reqtrace.yaml`, which everybody has, stays. */
const FILES =
  /(?<![\w.-])(?!reqtrace\.yaml\b|server\.cjs\b|worker\.cjs\b|extension\.cjs\b|Node\.js\b)[\w-]+(?:\.[\w-]+)*\.[A-Za-z][A-Za-z0-9]{0,9}(?![\w.-])/gu;
/** IDs as documents write them: `REQ-12`, `FR-1.2a`, `req~stock~1`. */
const IDS = /(?<![\w-])[A-Z][A-Za-z0-9]*(?:[-_][A-Z][A-Z0-9]*)*[-_]\d[\w.]*(?<!\.)|(?<![\w-])[A-Za-z]+~[\w.-]+~\d+/gu;
/** What messages quote, which may be text of the repository. */
const QUOTED = /"[^"\n]*"|“[^”\n]*”|`[^`\n]*`/gu;

/**
 * A report in Markdown that may be shown to anybody: versions, notations, counts, timings, and the log without paths, names of folders, IDs and
 * whatever it quotes.
 */
export function problemReport(facts: ProblemFacts): string {
  const names = facts.folders.map(({ name }) => name).filter((name) => name !== '');
  const lines = facts.log.slice(-MOST_LINES).map((line) => anonymous(line, names));
  return [
    '# ReqTrace: report of a problem',
    '',
    'What happened, and what should have happened:',
    '',
    '',
    '## Versions',
    '',
    `- ReqTrace ${facts.version}, ${facts.editor}, ${facts.system}`,
    `- language ${facts.language}, remote ${facts.remote}, ${facts.trusted ? 'trusted' : 'restricted mode'}, server ${facts.health}`,
    '',
    '## Folders',
    '',
    ...facts.folders.map(folderLine),
    '',
    '## Log',
    '',
    '```text',
    ...lines,
    '```',
    '',
  ].join('\n');
}

function folderLine({ phase, counts, skipped = 0, doubts = [], found, configuration, notations = [] }: FolderState, at: number): string {
  const statuses = Object.entries(counts).filter(([, number]) => number > 0);
  return [
    `- folder ${at + 1}: ${phase}`,
    `reqtrace.yaml ${configuration ?? 'none'}`,
    ...(found
      ? [
          `${counted(found.criteria, 'criterion', 'criteria')} in ${counted(found.documents, 'document', 'documents')}`,
          found.linked ? 'linked' : 'no link',
        ]
      : []),
    ...statuses.map(([status, number]) => `${number} ${status}`),
    ...notations.map(({ name, files }) => `${name} in ${counted(files, 'document', 'documents')}`),
    `${counted(skipped, 'file', 'files')} not read`,
    counted(doubts.length, 'doubt', 'doubts'),
  ].join(', ');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** One line of the log without anything that belongs to the repository or the person: `orders: 3 documents` is `FOLDER: 3 documents`. */
export function anonymous(line: string, folders: readonly string[]): string {
  const bare = folders.reduce((text, name) => text.replaceAll(name, 'FOLDER'), line);
  return bare.replace(PATHS, 'PATH').replace(QUOTED, '"…"').replace(FILES, 'FILE').replace(IDS, 'ID');
}
