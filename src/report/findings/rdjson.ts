import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Finding, Fix, Severity } from '../../model/finding.ts';
import { inEnglish } from '../../model/message.ts';
import type { FilePath, Position, Range } from '../../model/position.ts';
import { rangeAt } from '../../model/position.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import { LineMap } from '../../text/lineMap.ts';
import { toJson } from '../writing/json.ts';
import { plain } from '../writing/plainText.ts';
import { RULE_CODE } from './ruleCode.ts';

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', information: 'INFO' };

/**
 * Findings in the Reviewdog Diagnostic Format (`rdjson`), which reviewdog makes into reviews of GitHub, discussions of GitLab and reports of
 * Bitbucket. If there is exactly one fix, it is a suggestion that a reviewer can apply with a click.
 *
 * @param prefix path of the workspace folder in its repository, empty or with a slash at the end.
 * @param rules that the branch changed; they are before the findings.
 * @param texts of the files that findings are in: columns of the format are bytes of UTF-8, those of a byte order mark among them. Of a file without one, lines are told.
 */
export function renderRdjson(
  findings: readonly Finding[],
  prefix: string,
  texts: ReadonlyMap<FilePath, string>,
  rules: readonly RuleChange[] = [],
): string {
  const lines = new Map(Array.from(texts, ([path, text]) => [path, new Lines(text)]));
  return toJson({
    source: { name: 'reqtrace' },
    diagnostics: [
      ...rules.map(({ effect, path, line, reason }) => ({
        message: plain(reason),
        location: { path: prefix + path, range: rdRange(rangeAt(line, 0, 0), undefined) },
        severity: SEVERITY_NAMES[effect === 'more' ? 'information' : 'warning'],
        code: { value: RULE_CODE },
      })),
      ...findings.map(({ code, severity, path, range, message, fixes }) => {
        const suggestions = suggestionsOf(path, fixes, lines.get(path));
        return {
          message: plain(inEnglish(message)),
          location: { path: prefix + path, range: rdRange(range, lines.get(path)) },
          severity: SEVERITY_NAMES[severity],
          code: { value: code },
          ...(suggestions.length && { suggestions }),
        };
      }),
    ],
  });
}

/** The one fix that needs no choosing, if it is one edit of the file; reviewdog has no suggestion of several. */
function suggestionsOf(path: FilePath, fixes: readonly Fix[], lines: Lines | undefined): object[] {
  const fix = fixes.find(({ preferred }) => preferred) ?? (fixes.length === 1 ? fixes[0] : undefined);
  const [edit, ...more] = fix?.edits ?? [];
  // A suggestion without columns would be one for whole lines.
  if (!edit || more.length || edit.path !== path || lines?.column(edit.range.start) === undefined) return [];
  if (lines.column(edit.range.end) === undefined) return [];
  return [{ range: rdRange(edit.range, lines), text: edit.newText }];
}

function rdRange({ start, end }: Range, lines: Lines | undefined): object {
  const columns = lines && [start, end].map((position) => lines.column(position));
  const [from, to] = columns ?? [];
  if (from === undefined || to === undefined) return { start: { line: start.line + 1 }, end: { line: end.line + 1 } };
  return { start: { line: start.line + 1, column: from }, end: { line: end.line + 1, column: to } };
}

/** What a character is read as that is not valid in its encoding, whose bytes nobody knows then. */
const UNREADABLE = '\uFFFD';

class Lines {
  readonly #text: string;
  readonly #map: LineMap;

  constructor(text: string) {
    this.#text = text;
    this.#map = new LineMap(text);
  }

  /** Of a position, whose characters do not count a byte order mark; undefined where the bytes before it are not known. */
  column({ line, character }: Position): number | undefined {
    const start = this.#map.startOf(line);
    const mark = line === 0 && this.#text.startsWith('\uFEFF') ? 1 : 0;
    const before = this.#text.slice(start, start + mark + character);
    return before.includes(UNREADABLE) ? undefined : utf8ToBytes(before).length + 1;
  }
}
