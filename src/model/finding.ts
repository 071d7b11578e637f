import type { Message } from './message.ts';
import type { FilePath, Location, Range } from './position.ts';

/** Every finding there is, with the severity it has unless the configuration says otherwise (plan of the findings: docs/findings). */
export const DEFAULT_SEVERITIES = {
  'config-error': 'error',
  'duplicate-id': 'error',
  'unknown-reference': 'error',
  'ambiguous-reference': 'error',
  'failing-criterion': 'error',
  'stale-link': 'warning',
  'predated-link': 'warning',
  'unwanted-link': 'warning',
  'claimed-not-met': 'warning',
  'malformed-annotation': 'warning',
  'invalid-waiver': 'warning',
  'expired-waiver': 'warning',
  'broken-link': 'warning',
  cycle: 'warning',
  'no-criterion-named': 'warning',
  'malformed-evidence': 'warning',
  'no-requirements': 'warning',
  'unmatched-glob': 'warning',
  'unknown-attribute': 'warning',
  'unmet-criterion': 'information',
  'near-miss': 'information',
  'needs-clarification': 'information',
  'met-not-claimed': 'information',
  'duplicate-link': 'information',
  'skipped-file': 'information',
  'outdated-evidence': 'information',
  'not-executed': 'information',
} as const satisfies Record<string, Severity>;

/** The stable name of a kind of finding, the same in the editor, the CLI and SARIF: `unknown-reference`. */
export type FindingCode = keyof typeof DEFAULT_SEVERITIES;

export const FINDING_CODES = Object.keys(DEFAULT_SEVERITIES) as readonly FindingCode[];

export type Severity = 'error' | 'warning' | 'information';

/** From the gravest to the mildest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];

/** A replacement of text in one file. */
export interface TextEdit {
  readonly path: FilePath;
  readonly range: Range;
  readonly newText: string;
}

/** A way to mend a finding: `Change to IP-1.1.2`. */
export interface Fix {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** True for the one fix that may be applied without choosing. */
  readonly preferred?: boolean;
}

/** Another place that explains a finding: the first definition of a duplicate id. */
export interface RelatedPlace extends Location {
  readonly message: Message;
}

/** What one file, taken alone, has wrong with it; the index turns problems into findings. */
export interface Problem {
  readonly code: FindingCode;
  readonly range: Range;
  /** One sentence that names the thing and what to do, no full stop at the end. */
  readonly message: Message;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  /** True where something of the file was not read for it, so that requirements may be missing: no gate can be sure then. */
  readonly unread?: true;
}

/** One problem as every face shows it. */
export interface Finding extends Problem {
  readonly severity: Severity;
  readonly path: FilePath;
  /** The key of the item it is about: `docs/launch#IP-1.1.1/AC2`. */
  readonly item?: string;
  /** True for one about a mention, which claims nothing: a hint at most where it is shown. */
  readonly mention?: true;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}
