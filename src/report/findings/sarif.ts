import type { Finding, FindingCode, Fix, Severity } from '../../model/finding.ts';
import { DEFAULT_SEVERITIES, FINDING_CODES } from '../../model/finding.ts';
import { inEnglish } from '../../model/message.ts';
import type { FilePath, Location, Range } from '../../model/position.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import { fingerprints } from './fingerprint.ts';
import { toJson } from '../writing/json.ts';

/** What a SARIF log says beside the findings. */
export interface SarifOptions {
  /** Version of ReqTrace. */
  readonly version: string;
  /** Path of the workspace folder in its repository, empty or with a slash at the end: `examples/shop/`. */
  readonly prefix: string;
  /** The page of each finding, in Markdown; a finding without one is only named. */
  readonly pages: ReadonlyMap<FindingCode, string>;
  /** What should have been read and was not, one sentence each. */
  readonly doubts?: readonly string[];
  /** Rules that the branch changed, by which the findings are told. */
  readonly rules?: readonly RuleChange[];
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note' };

/** The name by which a viewer is told where the repository lies on its disk (SARIF 2.1.0, 3.14.14). */
const ROOT = '%SRCROOT%';

/**
 * Findings as a SARIF 2.1.0 log for code scanning. Its fingerprints do not depend on lines, so that an alert which only moved
 * is not a new one; GitHub reads `primaryLocationLineHash`, other tools any of them.
 */
export function renderSarif(findings: readonly Finding[], { version, prefix, pages, doubts = [], rules = [] }: SarifOptions): string {
  const marks = fingerprints(findings);
  const found = new Set(findings.map(({ code }) => code));
  const codes = FINDING_CODES.filter((code) => found.has(code));
  return toJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ReqTrace', semanticVersion: version, version, rules: codes.map((code) => rule(code, pages.get(code))) } },
        ...(doubts.length + rules.length > 0 && { invocations: [invocation(doubts, rules, prefix)] }),
        automationDetails: { id: 'reqtrace/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        results: findings.map((finding, at) => ({ ruleIndex: codes.indexOf(finding.code), ...result(finding, marks[at] ?? '', prefix) })),
      },
    ],
  });
}

/** What is to be known of how the findings came about. */
function invocation(doubts: readonly string[], rules: readonly RuleChange[], prefix: string): object {
  return {
    executionSuccessful: true,
    ...(doubts.length && {
      toolExecutionNotifications: doubts.map((text) => ({
        level: 'warning',
        message: { text: `Not everything could be read: ${text}` },
      })),
    }),
    ...(rules.length && {
      toolConfigurationNotifications: rules.map(({ effect, path, line, reason }) => ({
        level: effect === 'more' ? 'note' : 'warning',
        message: { text: `Rule changed: ${reason}` },
        locations: [{ physicalLocation: { artifactLocation: artifactLocation(path, prefix), region: { startLine: line + 1 } } }],
      })),
    }),
  };
}

function rule(code: FindingCode, page: string | undefined): object {
  const summary = page === undefined ? code : firstParagraph(page);
  return {
    id: code,
    name: code.replace(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    ...(page !== undefined && { help: { text: page, markdown: page } }),
    defaultConfiguration: { level: LEVELS[DEFAULT_SEVERITIES[code]] },
    properties: { tags: ['requirements', 'traceability'] },
  };
}

/** The first sentence below the title of a finding's page. */
function firstParagraph(page: string): string {
  const [, text = ''] = page.split(/\r?\n\r?\n/u, 2);
  return text.replace(/\s+/gu, ' ').replace(/ Severity: .*$/u, '');
}

function result({ code, severity, path, range, message, item, related, fixes }: Finding, mark: string, prefix: string): object {
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: inEnglish(message) },
    locations: [
      {
        physicalLocation: physicalLocation({ path, range }, prefix),
        ...(item !== undefined && { logicalLocations: [{ fullyQualifiedName: item, kind: 'requirement' }] }),
      },
    ],
    ...(related.length && {
      relatedLocations: related.map((place, at) => ({
        id: at + 1,
        message: { text: inEnglish(place.message) },
        physicalLocation: physicalLocation(place, prefix),
      })),
    }),
    partialFingerprints: { primaryLocationLineHash: mark, 'reqtraceFinding/v1': mark },
    ...(fixes.length && { fixes: fixes.map((fix) => sarifFix(fix, prefix)) }),
  };
}

function sarifFix({ title, edits }: Fix, prefix: string): object {
  const paths = Array.from(new Set(edits.map(({ path }) => path)));
  return {
    description: { text: inEnglish(title) },
    artifactChanges: paths.map((path) => ({
      artifactLocation: artifactLocation(path, prefix),
      replacements: edits
        .filter((edit) => edit.path === path)
        .map(({ range, newText }) => ({
          deletedRegion: region(range),
          insertedContent: { text: newText },
        })),
    })),
  };
}

function physicalLocation({ path, range }: Location, prefix: string): object {
  return { artifactLocation: artifactLocation(path, prefix), region: region(range) };
}

function artifactLocation(path: FilePath, prefix: string): object {
  return { uri: (prefix + path).split('/').map(encodeSegment).join('/'), uriBaseId: ROOT };
}

/** Half a surrogate pair, which a file name on Linux may decode to, has no UTF-8 form to encode. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

function region({ start, end }: Range): object {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}
