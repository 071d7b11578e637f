import type { IndexView } from '../../index/view.ts';
import type { Proof } from '../../model/evidence.ts';
import type { CriterionKind } from '../../model/facts.ts';
import type { Finding, FindingCode, Severity } from '../../model/finding.ts';
import type { Coverage, Item, Link, LowerItem, RequirementItem, StatusCounts } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { lineOf } from '../../model/position.ts';
import type { Status } from '../../model/status.ts';
import { shortNameOf, unitsOf } from '../../model/item.ts';
import { doubtsToTell } from '../../query/doubts.ts';
import { marksOf } from '../../query/changes.ts';
import { isMarkedExempt } from '../../query/exemption.ts';
import { kindOf, nameOf } from '../../query/list.ts';
import { columnOf, levelColumns, LOWER } from '../../query/levels.ts';
import type { LevelColumn } from '../../query/levels.ts';
import { sumCounts } from '../../model/counts.ts';
import { lackOf } from '../../model/linkKind.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import { isOpen } from '../../model/status.ts';
import { lack } from '../coverage/byDocument.ts';
import { jsonResult } from '../json/item.ts';
import type { JsonResult } from '../json/item.ts';
import { ENGLISH } from './pageLanguage.ts';
import type { PageLanguage } from './pageLanguage.ts';
import { addTo } from '../../text/grouping.ts';
import { levelTitle } from '../../text/words/levelTitle.ts';
import type { PageIdentity } from './sections/header.ts';
import { standingOf } from './standing.ts';
import type { Standing } from './standing.ts';

/** All that the page *Traceability matrix* shows, as plain data that can go through JSON. Lines start at 1. */
export interface MatrixModel extends PageIdentity, Standing {
  /** Name of the workspace folder. */
  readonly name: string;
  readonly counts: StatusCounts;
  readonly documents: readonly MatrixDocument[];
  /** What is told apart of links and lower items, one column for each. */
  readonly columns: readonly MatrixColumn[];
  readonly requirements: readonly MatrixRequirement[];
  /** Findings that are about no requirement of the matrix, such as references to nothing. */
  readonly findings: readonly MatrixFinding[];
  /** What should have been read and was not, one sentence each. */
  readonly doubts: readonly string[];
}

export interface MatrixColumn extends LevelColumn {
  /** `Code`, `Design (dsn)` */
  readonly title: string;
  /** What a row says there that needs something and has nothing: `no code`. */
  readonly lack: string;
}

export interface MatrixDocument {
  readonly path: FilePath;
  readonly requirements: number;
  readonly counts: StatusCounts;
}

export interface MatrixRequirement {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly text: string;
  /** Place in `documents`. */
  readonly document: number;
  readonly line: number;
  readonly status: Status;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly findings: readonly MatrixFinding[];
  /** Its criteria; itself if it has none. */
  readonly rows: readonly MatrixRow[];
}

/** One line of the matrix: a criterion, the items that cover it, the code that implements it and the tests that verify it. */
export interface MatrixRow {
  readonly id: string;
  /** What the first column shows: the id, or `AC2` where the requirement above it is only named by its anchor. */
  readonly label: string;
  readonly key: string;
  readonly kind: 'requirement' | CriterionKind;
  readonly text: string;
  readonly detail: string;
  readonly line: number;
  readonly status: Status;
  /** Absent where there is no checkbox. */
  readonly claimed?: boolean;
  /** What it lacks, in words; empty if nothing, or nothing but links to code or tests of which it has none. */
  readonly lacks: string;
  /** Why it needs nothing; absent where it needs something. */
  readonly exemption?: string;
  /** Whether tests have shown that it holds. */
  readonly proof: Proof;
  /** True if results that count for it are older than the test or the code. */
  readonly outdated: boolean;
  /** Kinds of link and levels that it needs and has nothing of, which its cells say. */
  readonly empty: readonly LinkKind[];
  readonly links: readonly MatrixLink[];
  readonly lower: readonly MatrixLower[];
  readonly waivers: readonly { readonly reason: string; readonly owner?: string; readonly until?: string; readonly valid: boolean }[];
  /** Where somebody wrote in which issue it is to be done. */
  readonly planned: readonly { readonly file: FilePath; readonly line: number; readonly note: string }[];
  readonly findings: readonly MatrixFinding[];
}

/** A requirement that covers another. */
export interface MatrixLower {
  /** Place of its column in `columns`. */
  readonly column: number;
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly file: FilePath;
  readonly line: number;
  readonly status: Status;
  /** True if it covers another revision. */
  readonly stale: boolean;
}

export interface MatrixLink {
  readonly kind: Link['is'];
  /** Place of its column in `columns`. */
  readonly column: number;
  /** The kind by the name that the project gives it, `security`; absent where its column says it. */
  readonly kindName?: string;
  readonly file: FilePath;
  readonly line: number;
  readonly symbol?: string;
  readonly stale: boolean;
  /** True if the requirement passes it on to its criteria. */
  readonly inherited: boolean;
  /** What the newest results say of a test, in which file, and when that run began: `2026-11-20T10:00:00.000Z`. */
  readonly result?: JsonResult;
  /** Who wrote the annotation's line. */
  readonly by?: LinkAuthor;
}

/** Who linked, when, and the commit in which. */
export interface LinkAuthor {
  readonly author: string;
  /** `2026-11-21`. */
  readonly date: string;
  readonly commit: string;
}

export interface MatrixFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly file: FilePath;
  readonly line: number;
  readonly message: string;
}

/** What the index does not know of the run. */
export interface MatrixRun extends Omit<PageIdentity, 'date'> {
  readonly name: string;
  /** Who wrote a line, counted from 0; absent where nobody asked. */
  readonly authorOf?: (path: FilePath, line: number) => LinkAuthor | undefined;
}

/** The matrix of an index: the same index, run and language give the same data, in the order of the documents. */
export function buildMatrix(view: IndexView, run: MatrixRun, language: PageLanguage = ENGLISH): MatrixModel {
  const { authorOf, ...identity } = run;
  const documents = view.documents();
  const byItem = new Map<string | undefined, MatrixFinding[]>();
  for (const finding of view.allFindings()) {
    const key = finding.item !== undefined && view.item(finding.item) ? finding.item : undefined;
    addTo(byItem, key, matrixFinding(finding, language));
  }
  const builder = new RowBuilder(view, byItem, authorOf, language);
  return {
    ...identity,
    date: view.today,
    ...standingOf(view),
    counts: view.counts(),
    documents: documents.map(({ path, requirements }) => ({
      path,
      requirements: requirements.length,
      counts: sumCounts(requirements.map(({ key }) => view.coverage(key).counts)),
    })),
    columns: builder.columns,
    requirements: documents.flatMap(({ requirements }, document) =>
      requirements.map((requirement) => builder.requirement(requirement, document)),
    ),
    findings: byItem.get(undefined) ?? [],
    doubts: doubtsToTell(view).map(({ message }) => language.words(message)),
  };
}

class RowBuilder {
  readonly columns: readonly MatrixColumn[];
  readonly #view: IndexView;
  readonly #findings: ReadonlyMap<string | undefined, readonly MatrixFinding[]>;
  readonly #authorOf: MatrixRun['authorOf'];
  readonly #language: PageLanguage;

  constructor(
    view: IndexView,
    findings: ReadonlyMap<string | undefined, readonly MatrixFinding[]>,
    authorOf: MatrixRun['authorOf'],
    language: PageLanguage,
  ) {
    this.#view = view;
    this.#findings = findings;
    this.#authorOf = authorOf;
    this.#language = language;
    this.columns = levelColumns(view).map((column) => matrixColumn(view, column, language));
  }

  requirement(item: RequirementItem, document: number): MatrixRequirement {
    const { title, text, nameRange, attributes } = item.facts;
    const alone = item.criteria.length === 0;
    return {
      id: item.id,
      key: item.key,
      title,
      text,
      document,
      line: lineOf(nameRange),
      status: this.#view.coverage(item.key).status,
      attributes: [...attributes.map(({ name, value }): [string, string] => [name, value]), ...this.#changes(item)],
      // Its only row is itself and shows them.
      findings: alone ? [] : (this.#findings.get(item.key) ?? []),
      rows: unitsOf(item).map((each) => this.#row(each)),
    };
  }

  /** What open changes would do to it, among its attributes. */
  #changes(item: RequirementItem): [name: string, value: string][] {
    const { words } = this.#language;
    return marksOf(item, this.#view.coverage(item.key)).map((mark) => [words(say('Change')), `${mark.sign} ${words(mark.words)}`]);
  }

  #row(item: Item): MatrixRow {
    const coverage = this.#view.coverage(item.key);
    const criterion = item.type === 'criterion' ? item.facts : undefined;
    const short = item.type === 'criterion' && item.requirement.facts.implicit;
    const links = coverage.links.map((link) => this.#link(link, item));
    const lower = (coverage.lower ?? []).flatMap((one) => this.#lower(one));
    const filled = new Set([...links, ...lower].map(({ column }) => this.columns[column]?.kind));
    const empty = coverage.missing.filter((kind) => !filled.has(kind));
    return {
      id: item.id,
      label: short ? shortNameOf(item) : item.id,
      key: item.key,
      kind: kindOf(item),
      text: nameOf(item),
      detail: criterion?.detail ?? '',
      line: lineOf(item.facts.nameRange),
      status: coverage.status,
      ...(criterion?.claimed !== undefined && { claimed: criterion.claimed }),
      lacks: isOpen(coverage.status) && !isPlain(coverage, empty) ? lack(this.#view, coverage, this.#language.words) : '',
      ...(coverage.status === 'exempt' && { exemption: this.#language.words(exemptionOf(item)) }),
      proof: coverage.proof,
      outdated: coverage.outdated,
      empty,
      links,
      lower,
      waivers: coverage.waivers.map(({ waiver: { reason, owner, until }, valid }) => ({
        reason,
        ...(owner !== undefined && { owner }),
        ...(until !== undefined && { until }),
        valid,
      })),
      planned: (coverage.plans ?? []).flatMap(({ path, range, note }) =>
        note === undefined ? [] : [{ file: path, line: lineOf(range), note }],
      ),
      findings: this.#findings.get(item.key) ?? [],
    };
  }

  #lower({ key, level = LOWER, current }: LowerItem): MatrixLower[] {
    const item = this.#view.item(key);
    if (!item) return [];
    return [
      {
        column: this.columns.findIndex(({ kind }) => kind === level),
        id: item.id,
        key,
        title: nameOf(item),
        file: item.path,
        line: lineOf(item.facts.nameRange),
        status: this.#view.coverage(key).status,
        stale: !current,
      },
    ];
  }

  #link({ kind, is, path, annotation, stale, target, result }: Link, item: Item): MatrixLink {
    const { line } = annotation.reference.range.start;
    const by = this.#authorOf?.(path, line);
    const column = columnOf(this.columns, { kind, is });
    return {
      kind: is,
      column,
      ...(this.columns[column]?.kind !== kind && { kindName: kind }),
      file: path,
      line: line + 1,
      ...(annotation.declaration && { symbol: annotation.declaration.name }),
      stale,
      inherited: target !== item.key,
      ...(result && { result: jsonResult(result) }),
      ...(by && { by }),
    };
  }
}

/** A column with its words. */
function matrixColumn({ configuration: { kinds } }: IndexView, column: LevelColumn, { words }: PageLanguage): MatrixColumn {
  const title = levelTitle(column.kind);
  const lack = column.kind === 'implements' ? say('no code') : lackOf(kinds, [column.kind]);
  return { ...column, title: typeof title === 'string' ? title : words(title), lack: words(lack) };
}

function exemptionOf(item: Item): Message {
  return isMarkedExempt(item)
    ? say('it is marked as one that needs nothing')
    : say('its place, its notation or reqtrace.yaml says that it needs nothing');
}

/** True where a look at the cells says what an item lacks. */
function isPlain({ status, missing }: Coverage, empty: readonly LinkKind[]): boolean {
  return status !== 'failing' && status !== 'stale' && missing.every((kind) => empty.includes(kind));
}

function matrixFinding({ code, severity, path, range, message }: Finding, { words }: PageLanguage): MatrixFinding {
  return { code, severity, file: path, line: lineOf(range), message: words(message) };
}
