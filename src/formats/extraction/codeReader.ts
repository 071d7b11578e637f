import { emptyFacts } from '../../model/facts.ts';
import type { Annotation, FileFacts, Reference } from '../../model/facts.ts';
import { CarriedCode } from '../carried/carriedCode.ts';
import { codeScopes, ScopeMap } from '../carried/codeScopes.ts';
import { Surroundings } from '../carried/surroundings.ts';
import { compileNeedles } from '../glance/needles.ts';
import type { FormatContext } from '../notation/context.ts';
import { needlesOf } from '../notation/notation.ts';
import type { Notation } from '../notation/notation.ts';
import { gather, NOTHING, together } from './roleReader.ts';
import type { RoleReader } from './roleReader.ts';
import { notingIgnored, withoutIgnored } from './withoutIgnored.ts';

/** Code and tests are read by each notation of which a word is in them. */
export function codeReader(notations: readonly Notation[], context: FormatContext, role: 'code' | 'test'): Required<RoleReader> {
  const reading = notations.filter(({ readCode }) => readCode);
  const found = new Map(reading.map((notation) => [notation, compileNeedles(needlesOf(notation, context.configuration))] as const));
  const readers = (text: string): readonly Notation[] =>
    reading.filter((notation) => notation.hints?.(text, role, context) ?? found.get(notation)?.(text));
  return {
    read(path, text, explain) {
      const asked = explain ? reading : readers(text);
      if (asked.length === 0) return emptyFacts(path, role);
      const code = new CarriedCode({ path, text, role, explain });
      if (code.ignores.file) return emptyFacts(path, role);
      const { ignores } = code;
      const noting = explain && ignores.marks.length > 0 ? notingIgnored(explain, ignores.has) : explain;
      const facts = gather(path, role, asked, noting, (notation, sink, noted) => notation.readCode?.(code.noting(noted), sink, context));
      const read = ignores.marks.length > 0 ? withoutIgnored(facts, ignores.has) : facts;
      return scoped(surrounded(read, code), code);
    },
    readAt(path, text, position) {
      const asked = readers(text);
      const code = new CarriedCode({ path, text, role, position });
      if (asked.length === 0 || code.ignores.has(position.line)) return NOTHING;
      const place = together(asked.map((notation) => notation.readCodeAt?.(code, position, context)));
      if (place.references.length === 0) return place;
      const scopes = scopesOf(code);
      return scopes === undefined ? place : { ...place, references: place.references.map((reference) => within(reference, scopes, code)) };
    },
    marks: (path, text) => new CarriedCode({ path, text, role }).ignores.marks,
  };
}

/** The facts of a code file, each annotation in words of a notation of its own with what is around its declaration. */
function surrounded(facts: FileFacts, code: CarriedCode): FileFacts {
  const isForeign = ({ reference, declaration }: Annotation): boolean => reference.notation !== undefined && declaration !== undefined;
  if (!code.declarations || !facts.annotations.some(isForeign)) return facts;
  const surroundings = new Surroundings(code.lines, code.declarations);
  return {
    ...facts,
    annotations: facts.annotations.map((annotation) => (isForeign(annotation) ? surroundings.of(annotation) : annotation)),
  };
}

/** The facts of a code file, each bare reference with the scope that it is in. */
function scoped(facts: FileFacts, code: CarriedCode): FileFacts {
  const { annotations, mentions, waivers } = facts;
  if (annotations.length + mentions.length + waivers.length === 0) return facts;
  const scopes = scopesOf(code);
  if (!scopes) return facts;
  return {
    ...facts,
    annotations: annotations.map((annotation) => ({ ...annotation, reference: within(annotation.reference, scopes, code) })),
    mentions: mentions.map((reference) => within(reference, scopes, code)),
    waivers: waivers.map((waiver) => ({ ...waiver, reference: within(waiver.reference, scopes, code) })),
  };
}

function scopesOf(code: CarriedCode): ScopeMap | undefined {
  const scopes = codeScopes(code);
  return scopes.length === 0 ? undefined : new ScopeMap(scopes);
}

function within(reference: Reference, scopes: ScopeMap, code: CarriedCode): Reference {
  if (reference.scope !== undefined || reference.document !== undefined) return reference;
  const scope = scopes.at(code.offsetOf(reference.range.start));
  return scope === undefined ? reference : { ...reference, scope };
}
