import type { Problem } from './finding.ts';
import type { Message } from './message.ts';
import type { FilePath, Range } from './position.ts';
import { FILE_START } from './position.ts';
import type { LinkKind } from './linkKind.ts';
import type { ReadingLimit } from './readingLimit.ts';
import type { Extent, Passage, Quote } from './quotation.ts';
import type { LinkTag, PageFacts } from './site.ts';
import type { FoundMapping } from './foundMapping.ts';
import type { WrittenCondition } from './attributeCondition.ts';
import type { WrittenGlob } from './writtenGlob.ts';

/**
 * What a file is to the index: a `document` may define requirements, a `test` verifies, `code`
 * implements, the `configuration` is reqtrace.yaml, `prose` is Markdown that is not a document
 * (it may mention ids), and an `other` file is only known to exist.
 */
export type FileRole = 'document' | 'test' | 'code' | 'configuration' | 'prose' | 'other';

/**
 * The written form of an item's id: `product-launch#IP-1.2.3/AC2~3f2a9c` has the document
 * `product-launch`, the id `IP-1.2.3`, the criterion `AC2` and the revision `3f2a9c`, a pin.
 */
export interface Reference {
  /** As written, revision included. */
  readonly text: string;
  readonly range: Range;
  /** Any trailing part of a document key. */
  readonly document?: string;
  /** Id of a requirement, whole id of a criterion (`AC-US1-01`), or the heading slug of an implicit requirement. */
  readonly id: string;
  /** In its normal form: `AC-3` is `AC3`. A whole id stays as it is. */
  readonly criterion?: string;
  /** The revision of the item that it was made for, in the words of the item's notation; of the house that is its pin, `3f2a9c`. */
  readonly revision?: string;
  /** The notation whose words it is written in; absent for words of the house (`@implements`, titles of tests), which belong to all. */
  readonly notation?: string;
  /** The namespace that something written around it points at, any trailing part of its path: `Feature: kettle` above a test. */
  readonly scope?: string;
  /**
   * True where the id is elsewhere and only the criterion is written here, as in
   * `describe("IP-1.1.1", () => it("AC2 …"))` or the second part of `IP-1.1.1/AC1, AC2`.
   */
  readonly composed?: boolean;
  /**
   * How far it is looked for where its words alone do not tell it from other numbers: `namespace`, only where its scope points or else in the namespace
   * of its file; `only`, beyond these where documents name its file, or in the one namespace that its notation has, if it has just one. Absent where it
   * may mean any item.
   */
  readonly reach?: 'namespace' | 'only';
  /** True where the id is the name of an alias, `Property 3`, and the reference means what that stands for. */
  readonly alias?: true;
  /** The name that is written in its place and stands for it, `Property 3`. */
  readonly through?: string;
  /** True for one that only a range speaks of, `1.2` in `1.1-1.4`: it means what exists there, and nothing where nothing does. */
  readonly between?: boolean;
  /** What it quotes, where that and not its id alone tells what it means. */
  readonly quote?: Quote;
  /** Of one that quotes only a part of the item that it means: from where to where, and how long that is. */
  readonly extent?: Extent;
  /** Of one that quotes something else than an item: it is there (`text`), it is nowhere in its section (`missing`), or nobody has the text of the section (`unread`). */
  readonly quoted?: 'text' | 'missing' | 'unread';
  /** True for one whose quotation differs from the text by a character. */
  readonly near?: true;
  /** True for one that a line of a document begins with, which may be meant to define it: never evidence that nothing does. */
  readonly leads?: boolean;
}

/** The function, class or test that an annotation is on: `{ name: 'reserveStock()', kind: 'function', … }`. */
export interface Declaration {
  /** As people say it: `reserveStock()`, `class Stock`, or the title of a test. */
  readonly name: string;
  readonly kind: 'function' | 'class' | 'test' | 'other';
  /** The line or lines of its head. */
  readonly range: Range;
  /** Names of the classes and groups around it, outermost first; absent where there are none. */
  readonly within?: readonly string[];
  /** The last line that belongs to it, as its indentation tells; absent where it is all on its head's line. */
  readonly lastLine?: number;
  /** True for a group of tests, a `describe` or `context`, which `kind` calls a test as well. */
  readonly group?: true;
  /** Of a test, what results may call it instead of its name: `a pretty name` of `@DisplayName("a pretty name")`. */
  readonly titles?: readonly string[];
  /** Of a test, titles of others in its file that results could confuse with it: `a-b` beside `a+b`, `adds nothing` beside `adds %s`. */
  readonly besides?: readonly string[];
  /** Of a test that the source itself switches off (`it.skip`, `@Disabled`) or has yet to be written (`it.todo`): no result can show that it passed. */
  readonly off?: 'skipped' | 'todo';
}

/** How an annotation is written. */
export type AnnotationSource =
  /** `// @implements IP-1.1.1` */
  | 'keyword'
  /** `it("IP-1.1.1/AC2 rejects an empty order")`, Gherkin tags, `@pytest.mark.req("…")` and their like */
  | 'test-title'
  /** `def test_IP_1_1_1__AC2_rejects_empty()` */
  | 'test-name'
  /** `annotations:` of the configuration */
  | 'pattern';

/** A place in code or a test that refers to one item and says how. */
export interface Annotation {
  readonly kind: LinkKind;
  /** What it counts as where its kind is neither one that every project has nor declared: an artifact type of a notation, `utest`. */
  readonly is?: 'implements' | 'verifies';
  readonly source: AnnotationSource;
  readonly reference: Reference;
  readonly declaration?: Declaration;
  /** Of a task that plans the item: true where it is ticked, `- [x] T001 …`, false where it is not; absent for what is not a task. */
  readonly done?: boolean;
  /** What it says besides, such as the issue in which that is to be done: `Packet pacing, 146`. */
  readonly note?: string;
}

/** `@waives IP-1.2.1/AC4: measured by hand until 2027-03-31`, or an entry of `waivers:` in the configuration. */
export interface Waiver {
  readonly reference: Reference;
  /** The whole waiver, for findings about it. */
  readonly range: Range;
  readonly reason: string;
  readonly owner?: string;
  /** The last day on which it holds, `2027-03-31`. */
  readonly until?: string;
}

/** A `**Name**: value` line of a section: `{ name: 'Integration Flow', value: 'A ↔ B', parts: ['A', 'B'], … }`. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
  /** The ends of a flow, where arrows split the value. */
  readonly parts?: readonly string[];
  readonly range: Range;
  /** What of it the file does not tell: a word that it only points at, or what the attribute is called. It answers no condition. */
  readonly unread?: 'name' | 'value';
}

/** A measurable goal: the row `| Latency | < 200 ms at p95 | … |` is `{ metric: 'Latency', comparison: '<', value: 200, unit: 'ms', note: 'at p95' }`. */
export interface Target {
  readonly metric: string;
  readonly comparison: '<' | '<=' | '=' | '>=' | '>';
  readonly value: number;
  /** `%`, `ms`, `x`; empty where none is written. */
  readonly unit: string;
  readonly note: string;
}

/** Criteria are list items under a label; steps and targets are switched on per document. */
export type CriterionKind = 'criterion' | 'step' | 'target';

/** One acceptance criterion as its document writes it. */
export interface CriterionFacts {
  /** Last part of its key: `AC2`, or a whole id, `AC-US1-01`. */
  readonly localId: string;
  /** What people call it, where that is not its requirement's id with its own: `1.2` for `REQ-1/AC2`. */
  readonly shown?: string;
  /** True for an id of the id grammar, which resolves alone when unique. */
  readonly whole: boolean;
  /** True where nobody wrote an id and the slug of its name stands for one. */
  readonly implicit?: boolean;
  /** Where the id is written, if it is: what a rename edits. */
  readonly idRange?: Range;
  readonly kind: CriterionKind;
  /** Plain text: NFC, white space collapsed, without checkbox, label, tags and emphasis. */
  readonly text: string;
  /** Nested lists, fences and further paragraphs, white space collapsed; part of what a pin covers, empty if none. */
  readonly detail: string;
  /** The whole list item, heading section, paragraph or table row. */
  readonly range: Range;
  /** Its text on the first line: what a finding underlines. */
  readonly nameRange: Range;
  /** The author's claim: `[x]` is true, `[ ]` false, absent where there is no checkbox. */
  readonly claimed?: boolean;
  /** The three characters `[x]`. */
  readonly checkboxRange?: Range;
  readonly attributes: readonly Attribute[];
  readonly target?: Target;
  /** What it needs whatever its requirement does; absent where it does not say. */
  readonly needs?: readonly LinkKind[];
  /** As its notation writes it; absent where that has pins. */
  readonly revision?: string;
  /**
   * Other names under which references find it: behind its requirement, `AC1` of a scenario that goes by its name, and whole ids alone, `US-1.2`; absent
   * where there are none.
   */
  readonly aliases?: readonly string[];
  /** Struck out, `[deferred]`, `[removed]`: it needs nothing. */
  readonly exempt: boolean;
}

/**
 * One of several places in which an item may be written: a story in the list of all epics, and in its own file. Its notation says so; places of one
 * key are one item then. The nearest gives text and criteria, the others lead to it.
 */
export interface ItemPlace {
  /** From the work: 0 for the file in which it is done, more for plans of it. Of places equally far, the first by path counts as nearer. */
  readonly distance: number;
  /** True where the key alone does not say it: places whose titles have little in common are two items with one id. */
  readonly byTitle?: true;
  /** Its id as it is written here, where that is not the normal form: `FR1` for `FR-1`. */
  readonly written?: string;
}

/** A requirement as its document writes it. */
export interface RequirementFacts {
  /** True in a file that a tool made of documents: where these define it, it is theirs. */
  readonly copied?: true;
  /** `IP-1.1.1`, or the heading slug of an implicit requirement. */
  readonly localId: string;
  /** What people call it, where that is not its id: `Requirement 1` for `REQ-1`. */
  readonly shown?: string;
  /** The notation that it is written in; absent for the house's own. */
  readonly notation?: string;
  /** Where its id is numbered, a folder or file without extension; absent where that is the document. */
  readonly namespace?: string;
  /** Absent for an item that is written in one place only. */
  readonly place?: ItemPlace;
  /** Artifact type in notations that have such: `dsn`. */
  readonly kind?: string;
  /** As its notation writes it; absent where that has pins. */
  readonly revision?: string;
  /** True where nobody wrote an id and the section's anchor stands for one. */
  readonly implicit: boolean;
  readonly idRange?: Range;
  /** Other ids under which references find it, `requirement-boil` of `boil`; absent where there are none. */
  readonly aliases?: readonly string[];
  /** The change that would add it, where the product does not have it yet: `add-timer`. It can be referred to, and does not count. */
  readonly planned?: string;
  /**
   * Of what a change would make of a requirement that exists: the namespace of that. Criteria that the requirement does not have can be referred to
   * behind it; for anything else it stands for nothing.
   */
  readonly amends?: string;
  readonly title: string;
  /** Prose of the section, white space collapsed, without criteria and attributes; empty if none. */
  readonly text: string;
  /** The whole section. */
  readonly range: Range;
  /** The heading's text (or the list item's lead): what a finding underlines and a tree shows. */
  readonly nameRange: Range;
  /** Heading level 1 to 6; 7 for a list item that is a requirement of its own. */
  readonly level: number;
  readonly attributes: readonly Attribute[];
  readonly criteria: readonly CriterionFacts[];
  /** From `**Needs**: …`; absent where the requirement does not say. */
  readonly needs?: readonly LinkKind[];
  /** What its notation has it need unless it says more itself or a rule of the configuration names its like: a decision needs nothing. */
  readonly usualNeeds?: readonly LinkKind[];
  /** From `**Covers**: IP-1.1`. */
  readonly covers: readonly Reference[];
  /** What its notation computes of its text, so that a link to it can say for which text it was reviewed: any of them is the present one. */
  readonly fingerprints?: readonly string[];
  /** The section whose sentences its criteria are, where references quote them. */
  readonly section?: string;
  /** How references write the document of that section: `https://www.rfc-editor.org/rfc/rfc9000`. */
  readonly quotedAs?: string;
  readonly exempt: boolean;
}

/**
 * What a file is within its namespace: a `spec` defines; `plan`, `tasks`, `design` and `checklist` refer; a `delta` proposes; `archive`, `prompt` and
 * `template` say nothing.
 */
export type Part = 'spec' | 'plan' | 'tasks' | 'design' | 'checklist' | 'delta' | 'archive' | 'prompt' | 'template';

/** A name for several items of its namespace, by which other files refer to them: `Property 3` of a design, with the criteria that it validates. */
export interface Alias {
  readonly name: string;
  readonly references: readonly Reference[];
}

/** What a change that is not yet part of the product would do to a requirement that is: `{ kind: 'removed', change: 'drop-whistle', reference, … }`. */
export interface Proposal {
  readonly kind: 'modified' | 'removed' | 'renamed';
  /** Name of the change. */
  readonly change: string;
  /** The requirement as it is now, by its whole namespace. */
  readonly reference: Reference;
  /** Of a rename: the name that it gets, and the id that it has then. */
  readonly to?: { readonly name: string; readonly id: string };
}

/** A relative or root-relative link of a document. */
export interface DocumentLink {
  /** As written: `../strategy/overview#goals`, `/docs/x`. */
  readonly target: string;
  readonly range: Range;
  /** Absent for a link of Markdown. */
  readonly tag?: LinkTag;
}

/** What one file says, taken alone: a pure function of its path, its text and the configuration. */
export interface FileFacts {
  readonly path: FilePath;
  readonly role: FileRole;
  /** Documents only: the front matter's `reqtrace.key`, else the path without extension. */
  readonly documentKey?: string;
  /** The namespace that it belongs to, a folder or file without extension; absent where a document is its own. */
  readonly namespace?: string;
  /** What it is within its namespace; absent where a notation knows no parts. */
  readonly part?: Part;
  /** Files that a document names as the place of its namespace's code: their references to its ids look there first. */
  readonly names?: readonly FilePath[];
  /** Documents only: needs that the front matter asks for. */
  readonly needs?: readonly LinkKind[];
  readonly requirements: readonly RequirementFacts[];
  readonly annotations: readonly Annotation[];
  readonly waivers: readonly Waiver[];
  /**
   * References in prose and in comments without a keyword. Facts cannot know which prefixes other
   * files define, so every id of the grammar is here; the index keeps those with a known prefix.
   */
  readonly mentions: readonly Reference[];
  readonly links: readonly DocumentLink[];
  /** Documents that define requirements only: what links can lead to in them, headings first; absent where other text is put into the page. */
  readonly anchors?: readonly string[];
  /** Of a page of a documentation site: what it says about its address; absent where it says nothing. */
  readonly page?: PageFacts;
  readonly problems: readonly Problem[];
  /** Names for several items, by which files refer to them. */
  readonly aliases?: readonly Alias[];
  /** What it would do to requirements of other documents; absent for all but files of changes. */
  readonly proposals?: readonly Proposal[];
  /** Of reqtrace.yaml: globs by which the project says where its files are. */
  readonly globs?: readonly WrittenGlob[];
  /** Of reqtrace.yaml: attributes that rules of needs and gates ask for. */
  readonly conditions?: readonly WrittenCondition[];
  /** What in its text decides how much of it is read, by place; absent where nothing does. */
  readonly limits?: readonly ReadingLimit[];
  /** Its sections as references quote them; absent for all but specifications that are quoted. */
  readonly passages?: readonly Passage[];
  /** How a file of another tool was read; absent for all that people write. */
  readonly mapping?: FoundMapping;
}

/** What is written at one place of a file, as of the reference that is being typed there. */
export interface PlaceFacts {
  /** References that say something: those of annotations, of waivers, of `**Covers**`, and of titles that others complete. */
  readonly references: readonly Reference[];
  /** Waivers that lack something, as one does that is being written. */
  readonly invalidWaivers: readonly Range[];
}

/** One line of `reqtrace explain`: what the reader made of a line and why. */
export interface LineNote {
  readonly line: number;
  /** The notation that read it; absent for the house. */
  readonly notation?: string;
  /** `requirement`, `criterion`, `annotation`, … or `nothing`. */
  readonly what:
    | 'requirement'
    | 'criterion'
    | 'label'
    | 'attribute'
    | 'annotation'
    | 'waiver'
    | 'mention'
    | 'link'
    | 'ignored'
    | 'near-miss'
    | 'problem'
    | 'nothing';
  /** One sentence for a person: `Heading with the label "Integration Point" and a number: requirement IP-1.1.1`. */
  readonly why: Message;
}

/** Collects the notes of `reqtrace explain`; readers call it only when it is given. */
export type Explain = (note: LineNote) => void;

/** One for all: a large tree has a hundred thousand files that say nothing. */
const NONE: readonly never[] = [];

/** Facts of a file that says nothing. */
export function emptyFacts(path: FilePath, role: FileRole): FileFacts {
  return { path, role, requirements: NONE, annotations: NONE, waivers: NONE, mentions: NONE, links: NONE, problems: NONE };
}

/** Facts of a file of which there is only one thing to say, and that of it as a whole: `skipped-file`. */
export function problemFacts(path: FilePath, role: FileRole, problem: Omit<Problem, 'range'>): FileFacts {
  return { ...emptyFacts(path, role), problems: [{ range: FILE_START, ...problem }] };
}

/** False for facts that are those of any empty file of the same role. */
export function saysAnything(facts: FileFacts): boolean {
  const { requirements, annotations, waivers, mentions, links, problems, names } = facts;
  return (
    facts.passages !== undefined ||
    facts.page !== undefined ||
    facts.anchors !== undefined ||
    facts.namespace !== undefined ||
    facts.aliases !== undefined ||
    facts.documentKey !== undefined ||
    facts.needs !== undefined ||
    facts.proposals !== undefined ||
    facts.globs !== undefined ||
    facts.limits !== undefined ||
    (names !== undefined && names.length > 0) ||
    [requirements, annotations, waivers, mentions, links, problems].some((list) => list.length > 0)
  );
}
