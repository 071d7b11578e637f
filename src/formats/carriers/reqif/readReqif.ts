import { readXml } from '../xml/xml.ts';
import type { TagPlace, XmlElement, XmlHandler } from '../xml/xml.ts';
import type {
  ReqifBody,
  ReqifDefinition,
  ReqifElement,
  ReqifEntry,
  ReqifPointer,
  ReqifRelation,
  ReqifSpecification,
  ReqifType,
  ReqifValue,
  Stretch,
  ValueKind,
} from './reqifBody.ts';

/** A type or an element while it is read. */
interface Open {
  readonly tag: string;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly at: Stretch;
  type: string;
  readonly values: ReqifValue[];
  readonly definitions: ReqifDefinition[];
  readonly entries: ReqifEntry[];
  source?: ReqifPointer;
  target?: ReqifPointer;
}

/** A value while it is read. */
interface OpenValue {
  definition: string;
  readonly kind: ValueKind;
  readonly at: Stretch;
  readonly parts: string[];
}

const OWNERS: ReadonlySet<string> = new Set(['SPEC-OBJECT', 'SPEC-RELATION', 'SPECIFICATION', 'RELATION-GROUP']);
const TYPES: ReadonlySet<string> = new Set(['SPEC-OBJECT-TYPE', 'SPECIFICATION-TYPE', 'SPEC-RELATION-TYPE', 'RELATION-GROUP-TYPE']);
const TOOLS: ReadonlySet<string> = new Set(['REQ-IF-TOOL-ID', 'SOURCE-TOOL-ID']);
const KINDS: readonly ValueKind[] = ['BOOLEAN', 'DATE', 'ENUMERATION', 'INTEGER', 'REAL', 'STRING', 'XHTML'];
const VALUES: ReadonlyMap<string, ValueKind> = new Map(KINDS.map((kind) => [`ATTRIBUTE-VALUE-${kind}`, kind]));
const DEFINITIONS: ReadonlyMap<string, ValueKind> = new Map(KINDS.map((kind) => [`ATTRIBUTE-DEFINITION-${kind}`, kind]));
/** Elements of XHTML that stand in their line; all others begin a new one. */
const INLINE: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'big',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'tt',
  'u',
  'var',
]);

/** Reads a ReqIF file in one pass, whatever its prefixes and the order of its parts; total, like `readXml`. */
export function readReqif(text: string): ReqifBody {
  const reader = new Reader();
  // What stands before a declaration that is not at the very beginning is lost to nobody.
  const lost = readXml(text, reader).find(({ line }) => line >= reader.firstLine);
  return { ...reader.body(), lost };
}

class Reader implements XmlHandler {
  readonly #types = new Map<string, ReqifType>();
  readonly #words = new Map<string, string>();
  readonly #sameAs = new Map<string, string>();
  readonly #objects: ReqifElement[] = [];
  readonly #relations: ReqifRelation[] = [];
  readonly #specifications: ReqifSpecification[] = [];
  #firstLine: number | undefined;
  #tool = '';
  #isReqif = false;
  #place: TagPlace = { start: () => 0, end: () => 0 };
  #parents: string[] = [];
  #type: Open | undefined;
  #owner: Open | undefined;
  #definition: { readonly id: string; readonly name: string; readonly kind: ValueKind; preset?: ReqifValue } | undefined;
  #value: OpenValue | undefined;
  #extension: { definition: string; sameAs: string } | undefined;
  /** Pieces of the text that is wanted; undefined where none is. */
  #pieces: string[] | undefined;
  /** Where the wanted text begins: behind its start tag. */
  #from = 0;
  #depth = 0;
  /** How deep within THE-VALUE of an XHTML text, 0 outside, and within a picture there. */
  #xhtml = 0;
  #picture = 0;

  body(): Omit<ReqifBody, 'lost'> {
    return {
      tool: this.#tool,
      types: this.#types,
      words: this.#words,
      sameAs: this.#sameAs,
      objects: this.#objects,
      relations: this.#relations,
      specifications: this.#specifications,
      isReqif: this.#isReqif,
    };
  }

  begin(place: TagPlace): void {
    this.#place = place;
    this.#parents = [];
    this.#xhtml = 0;
    this.#picture = 0;
    this.#pieces = undefined;
  }

  /** Where the first element is. */
  get firstLine(): number {
    return this.#firstLine ?? 0;
  }

  open({ name, attributes }: XmlElement, line: number): void {
    this.#firstLine ??= line;
    if (this.#xhtml > 0) {
      this.#xhtml += 1;
      if (name === 'object') this.#picture += 1;
      this.#part(name);
      return;
    }
    this.#parents.push(name);
    if (this.#value && name === 'THE-VALUE') {
      this.#pieces = [];
      if (this.#value.kind === 'XHTML') this.#xhtml = 1;
    } else if (name.endsWith('-REF') || TOOLS.has(name) || (this.#extension && name === 'SAME-AS')) {
      this.#pieces = [];
      this.#from = this.#place.end();
    } else this.#begin(name, attributes);
  }

  text(text: string): void {
    if (this.#picture === 0) this.#pieces?.push(text);
  }

  close(name: string): void {
    if (this.#xhtml > 1) {
      this.#xhtml -= 1;
      if (name === 'object') this.#picture -= 1;
      this.#part(name);
      return;
    }
    this.#parents.pop();
    const text = this.#pieces?.join('');
    this.#pieces = undefined;
    this.#xhtml = 0;
    if (text === undefined) this.#end(name);
    else if (name === 'THE-VALUE') this.#value?.parts.push(text);
    else if (TOOLS.has(name)) this.#tool = `${this.#tool} ${text}`.trim();
    else if (name === 'SAME-AS' && this.#extension) this.#extension.sameAs = text.trim();
    else this.#point(text);
  }

  #tag(): Stretch {
    return [this.#place.start(), this.#place.end()];
  }

  /** What is in another paragraph is another word. */
  #part(name: string): void {
    const pieces = this.#pieces;
    if (pieces && pieces.length > 0 && pieces.at(-1) !== ' ' && !INLINE.has(name)) pieces.push(' ');
  }

  #begin(name: string, attributes: XmlElement['attributes']): void {
    if (name === 'SPEC-HIERARCHY') this.#depth += 1;
    else if (name === 'REQ-IF') this.#isReqif = true;
    else if (name === 'ENUM-VALUE') this.#words.set(attributes['IDENTIFIER'] ?? '', attributes['LONG-NAME'] ?? '');
    else if (name === 'ATTRIBUTE-DEFINITION-EXTENSION') this.#extension = { definition: '', sameAs: '' };
    else if (OWNERS.has(name)) this.#owner = this.#opened(name, attributes);
    else if (TYPES.has(name)) this.#type = this.#opened(name, attributes);
    else if (name.startsWith('ATTRIBUTE-')) this.#beginAttribute(name, attributes);
  }

  #beginAttribute(name: string, attributes: XmlElement['attributes']): void {
    const value = VALUES.get(name);
    const definition = DEFINITIONS.get(name);
    const given = attributes['THE-VALUE'];
    if (value) this.#value = { definition: '', kind: value, at: this.#tag(), parts: given === undefined ? [] : [given] };
    else if (definition && this.#type) {
      const id = attributes['IDENTIFIER'] ?? '';
      this.#definition = { id, name: attributes['LONG-NAME'] ?? id, kind: definition };
    }
  }

  #opened(tag: string, attributes: XmlElement['attributes']): Open {
    return {
      tag,
      id: attributes['IDENTIFIER'] ?? '',
      name: attributes['LONG-NAME'] ?? '',
      description: attributes['DESC'] ?? '',
      at: this.#tag(),
      type: '',
      values: [],
      definitions: [],
      entries: [],
    };
  }

  #end(name: string): void {
    if (name === 'SPEC-HIERARCHY') this.#depth -= 1;
    else if (this.#value && VALUES.has(name)) this.#endValue(this.#value);
    else if (this.#definition && this.#type && DEFINITIONS.has(name)) {
      this.#type.definitions.push(this.#definition);
      this.#definition = undefined;
    } else if (this.#type && name === this.#type.tag) {
      const { id, name: named, definitions } = this.#type;
      // Bodies of one archive have their types each.
      this.#types.set(id, { id, name: named, definitions: [...(this.#types.get(id)?.definitions ?? []), ...definitions] });
      this.#type = undefined;
    } else if (this.#owner && name === this.#owner.tag) {
      this.#endOwner(this.#owner);
      this.#owner = undefined;
    } else if (this.#extension && name === 'ATTRIBUTE-DEFINITION-EXTENSION') {
      const { definition, sameAs } = this.#extension;
      if (definition !== '' && sameAs !== '') this.#sameAs.set(definition, sameAs);
      this.#extension = undefined;
    }
  }

  #endValue({ definition, kind, at, parts }: OpenValue): void {
    const value: ReqifValue = { definition, kind, at, text: parts.join(kind === 'ENUMERATION' ? '\n' : ' ') };
    if (this.#definition) this.#definition.preset = value;
    else this.#owner?.values.push(value);
    this.#value = undefined;
  }

  #endOwner({ tag, definitions: _definitions, entries, source, target, ...element }: Open): void {
    const whole: ReqifElement = { ...element, end: this.#place.end() };
    if (tag === 'SPEC-OBJECT') this.#objects.push(whole);
    else if (tag === 'SPEC-RELATION') this.#relations.push({ ...whole, source, target });
    else if (tag === 'SPECIFICATION') this.#specifications.push({ ...whole, entries });
  }

  /** What the IDENTIFIER in an element `…-REF` is for tells the element around it. */
  #point(written: string): void {
    const id = written.trim();
    const from = this.#from + (written.length - written.trimStart().length);
    const pointer: ReqifPointer = { id, at: [from, from + id.length] };
    const parent = this.#parents.at(-1);
    if (this.#extension) this.#extension.definition ||= id;
    else if (this.#value && parent === 'DEFINITION') this.#value.definition = id;
    else if (this.#value && parent === 'VALUES') this.#value.parts.push(id);
    else if (!this.#owner) return;
    else if (parent === 'TYPE') this.#owner.type ||= id;
    else if (parent === 'SOURCE') this.#owner.source ??= pointer;
    else if (parent === 'TARGET') this.#owner.target ??= pointer;
    else if (parent === 'OBJECT' && this.#depth > 0) this.#owner.entries.push({ ...pointer, depth: this.#depth });
  }
}
