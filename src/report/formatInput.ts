import type { IndexView } from '../index/view.ts';
import type { Finding, FindingCode } from '../model/finding.ts';
import type { FilePath } from '../model/position.ts';
import type { RuleChange } from '../query/diff/rules/ruleChange.ts';
import type { GateVerdict } from '../query/gates/verdict.ts';
import type { History } from '../query/history.ts';
import type { DiffReport } from './diff/diffReport.ts';
import type { MatrixRun } from './html/model.ts';
import type { PageLanguage } from './html/pageLanguage.ts';
import type { PageIdentity } from './html/sections/header.ts';
import type { ReportVersion } from './json/report.ts';
import type { Skipped } from './skipped.ts';
import type { Palette } from './writing/palette.ts';

/** What `reqtrace check` prints: findings, all of them or those of the paths that were asked for. */
export interface CheckInput {
  readonly view: IndexView;
  /** In the order in which they are shown. */
  readonly findings: readonly Finding[];
  /** Those that nobody asked to be told of, where there are any: a text says how many. */
  readonly untold?: readonly Finding[];
  /** Rules that changed since the base. */
  readonly rules?: readonly RuleChange[];
  /** Files that were not read. */
  readonly skipped: readonly Skipped[];
  readonly palette: Palette;
  /** Of ReqTrace. */
  readonly version: string;
  /** True for a finding that fails the build; by default none does. */
  readonly fails?: (finding: Finding) => boolean;
  readonly outside: CheckOutside;
}

/** What `reqtrace report` prints: the whole index. */
export interface ReportInput extends CheckInput {
  /** Which version programs are to read; the newest by default. */
  readonly schemaVersion?: ReportVersion;
  /** Where lines of files are to be seen, as `isPermalink` says. */
  readonly permalink?: string | undefined;
  /** What became of a gate that the report is to fail by. */
  readonly gate?: GateVerdict;
  /** Of a page for people; English by default. */
  readonly language?: PageLanguage | undefined;
  readonly outside: ReportOutside;
}

/** What `reqtrace diff` prints. */
export interface DiffInput {
  readonly report: DiffReport;
  readonly palette: Palette;
  /** Where lines of files are to be seen, as `isPermalink` says. */
  readonly permalink?: string | undefined;
  readonly outside: Outside;
}

/** What `reqtrace history` prints. */
export interface HistoryInput {
  readonly history: History;
  readonly palette: Palette;
  /** Of the workspace folder. */
  readonly name: string;
  /** What a page says of itself; git is asked only for one. */
  identity(): Promise<PageIdentity>;
  /** Of a page for people; English by default. */
  readonly language?: PageLanguage | undefined;
}

/** What `reqtrace check --gate` prints. */
export interface GateInput {
  readonly verdicts: readonly GateVerdict[];
  readonly palette: Palette;
  readonly outside: Outside;
}

/** What a format may ask of the world around the index: only formats that need an answer ask, and only then is git started. */
export interface Outside {
  /** Path of the workspace folder in its repository, empty or with a slash at the end: `examples/shop/`. */
  prefix(): Promise<string>;
}

/** What formats of findings may ask. */
export interface CheckOutside extends Outside {
  /** The page of each finding, in Markdown. */
  pages(): ReadonlyMap<FindingCode, string>;
  /** The texts of these files that are UTF-8 and can be read, with the byte order mark that a file begins with. */
  texts(paths: Iterable<FilePath>): Promise<ReadonlyMap<FilePath, string>>;
}

/** What formats of the whole report may ask. */
export interface ReportOutside extends CheckOutside {
  /** Name, version and commit, and who wrote which line if that is wanted. */
  run(): Promise<MatrixRun>;
  /** Where a forge shows lines of files as the commit has them, as `isPermalink` says; undefined where none does. */
  forge(): Promise<string | undefined>;
  /** How coverage came to be what it is; undefined if that is not wanted. */
  history(): Promise<History | undefined>;
  /** What a branch did to the requirements; undefined if that is not wanted. */
  changes(): Promise<DiffReport | undefined>;
}

/** What `reqtrace export` prints. */
export interface ExportInput {
  readonly view: IndexView;
  /** Of the workspace folder. */
  readonly name: string;
}

/** What is exported of a state that has a name: `{ repository: 'kettle', commit: '0a1b8e4…' }`. */
export interface ByteInput extends ExportInput {
  readonly repository: string;
  /** Empty without a repository. */
  readonly commit: string;
}

/** What can be printed in several formats, with what its renderers are given. */
export interface FormatInputs {
  readonly report: ReportInput;
  readonly check: CheckInput;
  readonly diff: DiffInput;
  readonly history: HistoryInput;
  readonly gate: GateInput;
  readonly export: ExportInput;
}
