import type { FindingCode, Severity } from './finding.ts';
import type { Gate } from './gate.ts';
import type { LinkKind, LinkKindRecord } from './linkKind.ts';
import type { Site, WrittenSites } from './site.ts';

/** How the tests of some files are run: `{ files: ['e2e/**'], command: ['npx', 'wdio', '--spec', '{file}'], folder: '', results: 'out/junit.xml' }`. */
export interface TestCommand {
  /** Globs of the test files that it is for. */
  readonly files: readonly string[];
  /** Program and arguments with places such as `{file}`, `{line}`, `{title}`, `{pattern}` and `{results}`. */
  readonly command: readonly string[];
  /** The folder that it runs in, empty for the root. */
  readonly folder: string;
  /** Where it writes its results, seen from its folder, `-` for what it prints; absent where it takes `{results}`. */
  readonly results?: string;
}

/** Which files may define requirements, and what else counts in them. */
export interface DocumentRule {
  readonly glob: string;
  /** Each numbered step of a section is a criterion. */
  readonly steps: boolean;
  /** Each row of a table with a *Target* column is a criterion. */
  readonly targets: boolean;
}

/** A notation that a project already has: `Implements: (?<ref>[A-Z]+-[0-9.]+)`. */
export interface AnnotationPattern {
  /** A JavaScript regular expression with a group named `ref`. */
  readonly pattern: string;
  readonly kind: LinkKind;
}

/** What some items need: `{ prefix: 'ADR', kinds: [] }`, `{ when: { Status: 'Draft' }, kinds: [] }`. An item that fits every condition needs `kinds`. */
export interface NeedRule {
  /** Prefix of the item's id. */
  readonly prefix?: string;
  /** Attributes of the item or of its requirement with these values; letter case does not matter. */
  readonly when?: Readonly<Record<string, string>>;
  readonly kinds: readonly LinkKind[];
}

/** What objects an attribute, or a column, with one of some values tells: `{ attribute: 'Type', values: ['Heading'] }`. */
export interface ReqifCondition {
  readonly attribute: string;
  readonly values: readonly string[];
}

/** How deliveries of another tool are read that do not do as most: `{ files: 'customer/*', id: ['Object Number'] }`. What it does not say is found as usual. */
export interface MappingRule {
  /** A glob. */
  readonly files: string;
  /** Attributes, or columns, that may hold the ID, the title and the text, the first that has a value counts. */
  readonly id?: readonly string[];
  readonly title?: readonly string[];
  readonly text?: readonly string[];
  readonly heading?: ReqifCondition;
  readonly information?: ReqifCondition;
  /** What stands before an ID that is a number. */
  readonly prefix?: string;
}

/** How workbooks and exports of trackers are read: `{ files: 'customer/*.xlsx', sheets: ['Requirements'], id: ['Req. no.'], covers: ['Parent'] }`. */
export interface SheetRule extends MappingRule {
  /** Names of the sheets that are read; absent for all that are not hidden. */
  readonly sheets?: readonly string[];
  /** Columns with the IDs of what an item covers. */
  readonly covers?: readonly string[];
}

/** How files of ReqIF are read that do not do as most: `{ files: 'customer/*.reqif', id: ['Object Number'] }`. */
export interface ReqifRule extends MappingRule {
  /** What relations say, by the name of their type: that the source covers the target, is covered by it, or something that does not count. */
  readonly relations?: Readonly<Record<string, 'covers' | 'covered' | 'other'>>;
}

/** How much is shown without being asked for, in an editor's list of problems and on a terminal; what each word lets through says `src/query/telling.ts`. */
export type Loudness = 'annotations' | 'all' | 'off';

/** From what tells something of everything to nothing. */
export const LOUDNESSES: readonly Loudness[] = ['annotations', 'all', 'off'];

/**
 * The project's facts from reqtrace.yaml, defaults filled in. Editor and CLI read it the same way;
 * every key is optional there and none is optional here.
 */
export interface Configuration {
  readonly documents: readonly DocumentRule[];
  /** Globs of files that are never read, defaults included. */
  readonly exclude: readonly string[];
  /** Globs of documents of finished work: what they define can be referred to, needs nothing and is in no count of what is open. */
  readonly archive: readonly string[];
  /** Globs of test files, defaults included. */
  readonly tests: readonly string[];
  /** Commands that run tests; of several that fit a file the first counts. */
  readonly testCommands: readonly TestCommand[];
  /** Folder that a link starting with `/` is resolved against, relative to the root; empty for the root itself. */
  readonly siteRoot: string;
  /** What it says of the sites that are made of its documents; absent where the configurations of their generators say it all. */
  readonly site?: WrittenSites;
  /** Documentation sites, as found and as written; absent where there are none. */
  readonly sites?: readonly Site[];
  /** Heading label to id prefix, defaults included: `{ 'Integration Point': 'IP' }`. */
  readonly labels: Readonly<Record<string, string>>;
  /** Regular expressions of ids of other shapes: `HLR_[0-9]+`. */
  readonly ids: readonly string[];
  /** Addresses of items that other tools keep, by prefix: `{ TEA: 'https://tracker.example/browse/{key}' }`. */
  readonly keys: Readonly<Record<string, string>>;
  readonly criteria: {
    /** Words that end a label governing any list. */
    readonly labels: readonly string[];
    /** Words that are such a label only in a requirement and directly above a list; none where the project names its own labels. */
    readonly labelsInRequirement: readonly string[];
    /** Words that end a label governing task lists only. */
    readonly taskLabels: readonly string[];
  };
  /** Which sections without an id make requirements. */
  readonly implicit: 'labels' | 'tasks' | 'off';
  /** Names of the notations that are read; `auto` is every one but those that are read on request only, `-kiro` takes one away. */
  readonly notations: readonly string[];
  /** Kinds of link, those that are built in first. */
  readonly kinds: readonly LinkKindRecord[];
  /** What an item needs that does not say so itself, and that no rule fits. */
  readonly needs: readonly LinkKind[];
  /** The first that fits an item counts. */
  readonly needRules: readonly NeedRule[];
  /** Whether a need for a level (`dsn`) asks what covers to be satisfied itself, over all levels below, or only to be there. */
  readonly levels: 'deep' | 'shallow';
  /** Kinds of link that a requirement passes on to all its criteria. */
  readonly inherit: readonly LinkKind[];
  readonly annotations: readonly AnnotationPattern[];
  /** How files of ReqIF are read; the first whose glob fits a file counts. */
  readonly reqif: readonly ReqifRule[];
  /** How workbooks and exports of trackers are read, and which files are such; the first whose glob fits a file counts. */
  readonly sheets: readonly SheetRule[];
  /** What the settings of other tools say that notations depend on, by the name of the notation: plain data, absent for most projects. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Globs of files with results of test runs, found also where git ignores them. */
  readonly evidence: { readonly results: readonly string[]; readonly coverage: readonly string[] };
  readonly severity: Readonly<Partial<Record<FindingCode, Severity | 'off'>>>;
  /** How loud the team wants it; absent where it does not say. */
  readonly problems?: Loudness;
  /** By name; what must hold before a merge. */
  readonly gates: Readonly<Record<string, Gate>>;
}

/** The name of the configuration file, at the root of the workspace folder. */
export const CONFIGURATION_FILE = 'reqtrace.yaml';
