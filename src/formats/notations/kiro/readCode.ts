import type { AnnotationSource, Reference } from '../../../model/facts.ts';
import type { LinkKind } from '../../../model/linkKind.ts';
import type { CarriedCode } from '../../carried/carriedCode.ts';
import { holdsTest } from '../../carried/holdsTest.ts';
import { commentPassages, titlePassages } from '../../carried/passages.ts';
import type { Passage } from '../../carried/passages.ts';
import type { FormatContext } from '../../notation/context.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { undoneBefore, undoneBehind } from '../../references/undone.ts';
import { verifyingKind } from '../../references/verifyingKind.ts';
import { formsIn } from './references/forms.ts';
import type { Form } from './references/forms.ts';
import { listGrammar } from './references/lists.ts';
import { propertiesIn } from './references/properties.ts';
import { Scopes } from './references/scopes.ts';
import type { PointedSpec } from './references/scopes.ts';
import { referenceOf } from './readWorking.ts';
import { itemName } from '../../../model/keys.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';

/**
 * Reads what code says of the numbers of specs. In a test, `Requirements: 1.2`, `Validates: Requirements 1.2` and `Requirement 1.2` in a title or at
 * the beginning of a line verify, as does `Property 3` what that property of the design validates; in other code only `Requirements: 1.2` implements.
 *
 * @param isWritten false while somebody still writes the file, so that its test may be to come.
 */
export function readKiroCode(code: CarriedCode, facts: FactSink, context: FormatContext, isWritten = true): void {
  new CodeReader(code, facts, context).read(isWritten);
}

/** How far behind a form words that take it back are looked for, in characters. */
const FURTHEST = 80;

class CodeReader {
  readonly #code: CarriedCode;
  readonly #facts: FactSink;
  readonly #context: FormatContext;
  readonly #kind: LinkKind;

  constructor(code: CarriedCode, facts: FactSink, context: FormatContext) {
    this.#code = code;
    this.#facts = facts;
    this.#context = context;
    this.#kind = code.role === 'test' ? verifyingKind(context, code.path) : 'implements';
  }

  read(isWritten: boolean): void {
    const { role } = this.#code;
    const titles = role === 'test' ? titlePassages(this.#code) : [];
    const passages = [...commentPassages(this.#code), ...titles].sort((a, b) => a.line - b.line);
    const grammar = listGrammar(this.#context.ids);
    const forms = new Map(
      passages.map((passage) => [passage, formsIn(passage.text, grammar).filter(({ start }) => !passage.isExample(start))]),
    );
    const spoken = passages.some((passage) => (forms.get(passage)?.length ?? 0) > 0 || propertiesIn(passage.text).length > 0);
    if (!spoken) return;
    const isTest = role === 'test' && (!isWritten || titles.length > 0 || holdsTest(this.#code));
    const scopes = new Scopes(this.#code, passages);
    const explicit = new Set<number | Passage>();
    for (const passage of passages) {
      for (const form of forms.get(passage) ?? []) {
        if ((role === 'test' && !isTest) || !this.#counts(passage, form)) this.#mention(passage, form, scopes);
        else if (this.#refer(passage, form, scopes)) explicit.add(passage.declaration?.range.start.line ?? passage);
      }
    }
    if (!isTest) return;
    for (const passage of passages) {
      const { declaration } = passage;
      // What names its requirements itself says more exactly what it shows.
      if (declaration && declaration.kind !== 'other' && !explicit.has(declaration.range.start.line)) this.#properties(passage, scopes);
    }
  }

  /** True for a form that is written in order to link; everything else only mentions. */
  #counts(passage: Passage, form: Form): boolean {
    if (isUndone(passage.text, form)) return false;
    const { kind, leads } = form;
    if (this.#code.role !== 'test') return kind === 'labelled' && leads;
    return kind !== 'named' || leads || passage.kind === 'title';
  }

  #refer(passage: Passage, { members, start }: Form, scopes: Scopes): boolean {
    const scope = scopes.at(passage, start);
    for (const member of members) this.#annotate(passage, scoped(referenceOf(member, passage.text, passage.rangeOf, 'only'), scope));
    return members.length > 0;
  }

  #mention(passage: Passage, { members, start }: Form, scopes: Scopes): void {
    const scope = scopes.at(passage, start);
    for (const member of members) {
      const reference = scoped(referenceOf(member, passage.text, passage.rangeOf, 'only'), scope);
      this.#code.note(passage.offsetOf(member.start), 'mention', () => say('Mentions {0}', itemName(reference)));
      this.#facts.mention(reference);
    }
  }

  #properties(passage: Passage, scopes: Scopes): void {
    for (const { number, start, end } of propertiesIn(passage.text)) {
      const reference: Reference = {
        text: passage.text.slice(start, end),
        range: passage.rangeOf(start, end),
        id: `Property ${number}`,
        alias: true,
        notation: 'kiro',
        reach: 'only',
      };
      this.#annotate(passage, scoped(reference, scopes.at(passage, start)));
    }
  }

  #annotate(passage: Passage, reference: Reference): void {
    const { declaration, kind } = passage;
    const source: AnnotationSource = kind === 'title' ? 'test-title' : 'keyword';
    this.#code.note(this.#code.offsetOf(reference.range.start), 'annotation', () => wordsOf(this.#kind, reference));
    this.#facts.refer({ kind: this.#kind, source, reference, ...(declaration && { declaration }) });
  }
}

/** True where words around a form say that what it names is still to be done: `TODO Validates: Requirements 1.2`, `Requirements: 1.2 (not yet)`. */
function isUndone(text: string, { start, end }: Form): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const behind = text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + FURTHEST));
  return undoneBefore(text, lineStart, start) !== undefined || undoneBehind(behind) !== undefined;
}

/** What a feature is written around means one of its own requirements, or none. */
function scoped(reference: Reference, spec: PointedSpec | undefined): Reference {
  return spec === undefined ? reference : { ...reference, scope: spec.name, ...(spec.isSure && { reach: 'namespace' }) };
}

function wordsOf(kind: LinkKind, reference: Reference): Message {
  const { scope } = reference;
  return scope === undefined ? say('{0} {1}', kind, itemName(reference)) : say('{0} {1} of {2}', kind, itemName(reference), scope);
}
