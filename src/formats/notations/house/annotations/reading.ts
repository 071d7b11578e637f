import type {
  Annotation,
  AnnotationSource,
  Declaration,
  Explain,
  FileFacts,
  LineNote,
  PlaceFacts,
  Reference,
  Waiver,
} from '../../../../model/facts.ts';
import type { Fix, Problem } from '../../../../model/finding.ts';
import { referenceIn } from '../../../ids/idGrammar.ts';
import { invalidWaivers } from '../../../references/invalidWaivers.ts';
import type { FoundReference, IdGrammar } from '../../../ids/idGrammar.ts';
import type { Message } from '../../../../model/message.ts';
import { byStart, comparePositions } from '../../../../model/position.ts';
import type { FilePath } from '../../../../model/position.ts';
import type { LinkKind } from '../../../../model/linkKind.ts';
import type { LineMap } from '../../../../text/lineMap.ts';

/** What a reading needs of its file and of the configuration. */
export type ReadingInput = Pick<Reading, 'path' | 'text' | 'role' | 'ids' | 'lines' | 'verifies' | 'explain'>;

/** What the parts of the reader share while they read one file; collects its facts. */
export class Reading {
  readonly annotations: Annotation[] = [];
  readonly waivers: Waiver[] = [];
  readonly mentions: Reference[] = [];
  /** Ids in titles that only say which requirement the tests inside are about. */
  readonly contexts: Reference[] = [];
  readonly problems: Problem[] = [];
  /** Offsets at which a reference is already spoken for. */
  readonly #taken = new Set<number>();

  readonly path: FilePath;
  readonly text: string;
  readonly role: 'code' | 'test';
  readonly ids: IdGrammar;
  readonly lines: LineMap;
  /** Kind of the links of a test here: `verifies`, or one that the configuration declares. */
  readonly verifies: LinkKind;
  readonly explain: Explain | undefined;

  constructor({ path, text, role, ids, lines, verifies, explain }: ReadingInput) {
    this.path = path;
    this.text = text;
    this.role = role;
    this.ids = ids;
    this.lines = lines;
    this.verifies = verifies;
    this.explain = explain;
  }

  /** Notes what the reader made of the line at an offset; `why` is only asked where somebody wants to know. */
  note(offset: number, what: LineNote['what'], why: () => Message): void {
    this.explain?.({ line: this.lines.lineAt(offset), what, why: why() });
  }

  /** A reference at its place in this file; `found` counts from the beginning of the text. */
  reference(found: FoundReference): Reference {
    return referenceIn(found, this.lines.rangeOf(found.start, found.end));
  }

  /** True if a reference that begins there was taken before; takes it if not. */
  take(offset: number): boolean {
    if (this.#taken.has(offset)) return true;
    this.#taken.add(offset);
    return false;
  }

  annotate(kind: LinkKind, source: AnnotationSource, reference: Reference, declaration: Declaration | undefined): void {
    this.annotations.push({ kind, source, reference, ...(declaration !== undefined && { declaration }) });
  }

  problem(
    code: 'malformed-annotation' | 'invalid-waiver',
    start: number,
    end: number,
    message: Message,
    fix?: { title: Message; newText: string },
  ): void {
    const range = this.lines.rangeOf(start, end);
    const fixes: readonly Fix[] =
      fix === undefined ? [] : [{ title: fix.title, edits: [{ path: this.path, range, newText: fix.newText }], preferred: true }];
    this.problems.push({ code, range, message, ...(fixes.length > 0 && { fixes }) });
    this.note(start, 'problem', () => message);
  }

  /** Everything in order of place. */
  facts(): FileFacts {
    const { path, role, annotations, waivers, problems } = this;
    const mentions = [...this.mentions, ...this.contexts];
    annotations.sort((a, b) => comparePositions(a.reference.range.start, b.reference.range.start));
    mentions.sort(byStart);
    problems.sort(byStart);
    return { path, role, requirements: [], annotations, waivers, mentions, links: [], problems };
  }

  /** What was read at one place. */
  placeFacts(): PlaceFacts {
    const { annotations, waivers, contexts, problems } = this;
    return {
      references: [...annotations.map(({ reference }) => reference), ...waivers.map(({ reference }) => reference), ...contexts],
      invalidWaivers: invalidWaivers(problems),
    };
  }
}
