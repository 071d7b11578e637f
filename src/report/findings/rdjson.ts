import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Finding, Fix, Severity } from '../../model/finding.ts';
import { inEnglish } from '../../model/message.ts';
import type { FilePath, Position, Range } from '../../model/position.ts';
import { LineMap } from '../../text/lineMap.ts';
import { toJson } from '../writing/json.ts';
import { plain } from '../writing/plainText.ts';

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', information: 'INFO' };

/**
 * Findings in the Reviewdog Diagnostic Format (`rdjson`), which reviewdog makes into reviews of GitHub, discussions of GitLab and reports of
 * Bitbucket. Where there is one thing to do, it is a suggestion that a reviewer can take with a click.
 *
 * @param prefix path of the workspace folder in its repository, empty or with a slash at the end.
 * @param texts of the files that findings are in: columns of the format are bytes of UTF-8. Of a file without one, lines are told.
 */
export function renderRdjson(findings: readonly Finding[], prefix: string, texts: ReadonlyMap<FilePath, string>): string {
  const lines = new Map(Array.from(texts, ([path, text]) => [path, new Lines(text)]));
  return toJson({
    source: { name: 'reqtrace' },
    diagnostics: findings.map(({ code, severity, path, range, message, fixes }) => {
      const suggestions = suggestionsOf(path, fixes, lines.get(path));
      return {
        message: plain(inEnglish(message)),
        location: { path: prefix + path, range: rdRange(range, lines.get(path)) },
        severity: SEVERITY_NAMES[severity],
        code: { value: code },
        ...(suggestions.length && { suggestions }),
      };
    }),
  });
}

/** The one fix that needs no choosing, if it is one edit of the file; reviewdog has no suggestion of several. */
function suggestionsOf(path: FilePath, fixes: readonly Fix[], lines: Lines | undefined): object[] {
  const fix = fixes.find(({ preferred }) => preferred) ?? (fixes.length === 1 ? fixes[0] : undefined);
  const [edit, ...more] = fix?.edits ?? [];
  if (!edit || more.length || edit.path !== path || !lines) return [];
  return [{ range: rdRange(edit.range, lines), text: edit.newText }];
}

function rdRange({ start, end }: Range, lines: Lines | undefined): object {
  if (!lines) return { start: { line: start.line + 1 }, end: { line: end.line + 1 } };
  return { start: lines.place(start), end: lines.place(end) };
}

class Lines {
  readonly #text: string;
  readonly #map: LineMap;

  constructor(text: string) {
    this.#text = text;
    this.#map = new LineMap(text);
  }

  place({ line, character }: Position): object {
    const start = this.#map.startOf(line);
    return { line: line + 1, column: utf8ToBytes(this.#text.slice(start, start + character)).length + 1 };
  }
}
