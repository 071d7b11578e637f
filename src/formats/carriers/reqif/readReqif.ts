import { readPlainXml } from '../xml/plainXml.ts';
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
  source?: ReqifPointer;
  target?: ReqifPointer;
}

/** A value while it is read. */
interface OpenValue {
  definition: string;
  readonly kind: ValueKind;
  readonly at: Stretch;
  /** Undefined as long as there is none. */
  text: string | undefined;
}

/** What an element is for. */
type Role = 'root' | 'tool' | 'owner' | 'type' | 'definition' | 'value' | 'hierarchy' | 'word' | 'extension' | 'sameAs' | 'pointer';

const KINDS: readonly ValueKind[] = ['BOOLEAN', 'DATE', 'ENUMERATION', 'INTEGER', 'REAL', 'STRING', 'XHTML'];
const VALUES: ReadonlyMap<string, ValueKind> = new Map(KINDS.map((kind) => [`ATTRIBUTE-VALUE-${kind}`, kind]));
const DEFINITIONS: ReadonlyMap<string, ValueKind> = new Map(KINDS.map((kind) => [`ATTRIBUTE-DEFINITION-${kind}`, kind]));
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['REQ-IF', 'root'],
  ['REQ-IF-TOOL-ID', 'tool'],
  ['SOURCE-TOOL-ID', 'tool'],
  ['SPEC-OBJECT', 'owner'],
  ['SPEC-RELATION', 'owner'],
  ['SPECIFICATION', 'owner'],
  ['RELATION-GROUP', 'owner'],
  ['SPEC-OBJECT-TYPE', 'type'],
  ['SPECIFICATION-TYPE', 'type'],
  ['SPEC-RELATION-TYPE', 'type'],
  ['RELATION-GROUP-TYPE', 'type'],
  ['SPEC-HIERARCHY', 'hierarchy'],
  ['ENUM-VALUE', 'word'],
  ['ATTRIBUTE-DEFINITION-EXTENSION', 'extension'],
  ['SAME-AS', 'sameAs'],
  ...[...VALUES.keys()].map((name) => [name, 'value'] as const),
  ...[...DEFINITIONS.keys()].map((name) => [name, 'definition'] as const),
]);
const ATTRIBUTES: ReadonlySet<string> = new Set(['IDENTIFIER', 'LONG-NAME', 'DESC', 'THE-VALUE']);
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
  const plain = new Reader();
  if (readPlainXml(text, plain, ATTRIBUTES)) return { ...plain.body(), lost: undefined };
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
  /** Of the type and of the specification that are read. */
  #definitions: ReqifDefinition[] = [];
  #entries: ReqifEntry[] = [];
  #definition: { readonly id: string; readonly name: string; readonly kind: ValueKind; preset?: ReqifValue } | undefined;
  #value: OpenValue | undefined;
  #extension: { definition: string; sameAs: string } | undefined;
  /** The text that is wanted, as far as it is read; undefined where none is. */
  #text: string | undefined;
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

  /** The bodies of an archive may give one IDENTIFIER to different types and words: those of later ones go by other names. */
  #bodies = 0;
  #typeNames = new Map<string, string>();
  #wordNames = new Map<string, string>();

  begin(place: TagPlace): void {
    this.#bodies += 1;
    this.#typeNames = new Map();
    this.#wordNames = new Map();
    this.#place = place;
    this.#parents = [];
    this.#xhtml = 0;
    this.#picture = 0;
    this.#text = undefined;
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
      this.#text = '';
      if (this.#value.kind === 'XHTML') this.#xhtml = 1;
      return;
    }
    const role = roleOf(name);
    if (role === 'pointer' || role === 'tool' || (this.#extension && role === 'sameAs')) {
      this.#text = '';
      this.#from = this.#place.end();
    } else if (role) this.#begin(role, name, attributes);
  }

  get listens(): boolean {
    return this.#text !== undefined;
  }

  text(text: string): void {
    if (this.#picture === 0 && this.#text !== undefined) this.#text += text;
  }

  close(name: string): void {
    if (this.#xhtml > 1) {
      this.#xhtml -= 1;
      if (name === 'object') this.#picture -= 1;
      this.#part(name);
      return;
    }
    this.#parents.pop();
    const text = this.#text;
    this.#text = undefined;
    this.#xhtml = 0;
    if (text === undefined) this.#end(name);
    else if (name === 'THE-VALUE' && this.#value) addPart(this.#value, text, ' ');
    else if (roleOf(name) === 'tool') this.#tool = `${this.#tool} ${text}`.trim();
    else if (name === 'SAME-AS' && this.#extension) this.#extension.sameAs = text.trim();
    else this.#point(text);
  }

  #tag(): Stretch {
    return [this.#place.start(), this.#place.end()];
  }

  /** What is in another paragraph is another word. */
  #part(name: string): void {
    if (this.#text && !INLINE.has(name)) this.#text += ' ';
  }

  #begin(role: Role, name: string, attributes: XmlElement['attributes']): void {
    if (role === 'value') {
      const kind = VALUES.get(name) ?? 'STRING';
      this.#value = { definition: '', kind, at: this.#tag(), text: attributes['THE-VALUE'] };
    } else if (role === 'hierarchy') this.#depth += 1;
    else if (role === 'root') this.#isReqif = true;
    else if (role === 'word') this.#addWord(attributes['IDENTIFIER'] ?? '', attributes['LONG-NAME'] ?? '');
    else if (role === 'extension') this.#extension = { definition: '', sameAs: '' };
    else if (role === 'owner') {
      this.#owner = this.#opened(name, attributes);
      this.#entries = [];
    } else if (role === 'type') {
      this.#type = this.#opened(name, attributes);
      this.#definitions = [];
    } else if (role === 'definition' && this.#type) {
      const id = attributes['IDENTIFIER'] ?? '';
      this.#definition = { id, name: attributes['LONG-NAME'] ?? id, kind: DEFINITIONS.get(name) ?? 'STRING' };
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
    };
  }

  #end(name: string): void {
    const role = roleOf(name);
    if (role === undefined) return;
    if (role === 'hierarchy') this.#depth -= 1;
    else if (role === 'value') {
      if (this.#value) this.#endValue(this.#value);
    } else if (role === 'definition' && this.#definition && this.#type) {
      this.#definitions.push(this.#definition);
      this.#definition = undefined;
    } else if (name === this.#type?.tag) {
      this.#addType(this.#type.id, this.#type.name, this.#definitions);
      this.#type = undefined;
    } else if (this.#owner && name === this.#owner.tag) {
      this.#endOwner(this.#owner);
      this.#owner = undefined;
    } else if (role === 'extension' && this.#extension) {
      const { definition, sameAs } = this.#extension;
      if (definition !== '' && sameAs !== '') this.#sameAs.set(definition, sameAs);
      this.#extension = undefined;
    }
  }

  #addType(id: string, name: string, definitions: readonly ReqifDefinition[]): void {
    const before = this.#types.get(this.#typeNames.get(id) ?? id);
    const isOther =
      before !== undefined &&
      (before.name !== name ||
        definitions.some((one) => before.definitions.some((other) => other.id === one.id && other.name !== one.name)));
    const key = isOther && !this.#typeNames.has(id) ? `${id} (${this.#bodies})` : (this.#typeNames.get(id) ?? id);
    if (key !== id) this.#typeNames.set(id, key);
    this.#types.set(key, { id: key, name, definitions: [...(this.#types.get(key)?.definitions ?? []), ...definitions] });
  }

  #addWord(id: string, name: string): void {
    const before = this.#words.get(id);
    const key = before === undefined || before === name ? id : `${id} (${this.#bodies})`;
    if (key !== id) this.#wordNames.set(id, key);
    this.#words.set(key, name);
  }

  #endValue({ definition, kind, at, text = '' }: OpenValue): void {
    const value: ReqifValue = { definition, kind, at, text };
    if (this.#definition) this.#definition.preset = value;
    else this.#owner?.values.push(value);
    this.#value = undefined;
  }

  #endOwner({ tag, id, name, description, at, type, values, source, target }: Open): void {
    const whole: ReqifElement = { id, name, description, at, type, values, end: this.#place.end() };
    if (tag === 'SPEC-OBJECT') this.#objects.push(whole);
    else if (tag === 'SPEC-RELATION') this.#relations.push({ ...whole, source, target });
    else if (tag === 'SPECIFICATION') this.#specifications.push({ ...whole, entries: this.#entries });
  }

  /** What the IDENTIFIER in an element `…-REF` is for tells the element around it. */
  #point(written: string): void {
    const id = written.trim();
    const parent = this.#parents.at(-1);
    if (this.#extension) this.#extension.definition ||= id;
    else if (this.#value && parent === 'DEFINITION') this.#value.definition = id;
    else if (this.#value && parent === 'VALUES') addPart(this.#value, this.#wordNames.get(id) ?? id, '\n');
    else if (this.#owner && parent === 'TYPE') this.#owner.type ||= this.#typeNames.get(id) ?? id;
    else if (this.#owner) this.#pointTo(this.#owner, parent, this.#pointer(written, id));
  }

  #pointer(written: string, id: string): ReqifPointer {
    const from = this.#from + (written.length - written.trimStart().length);
    return { id, at: [from, from + id.length] };
  }

  #pointTo(owner: Open, parent: string | undefined, pointer: ReqifPointer): void {
    if (parent === 'SOURCE') owner.source ??= pointer;
    else if (parent === 'TARGET') owner.target ??= pointer;
    else if (parent === 'OBJECT' && this.#depth > 0) this.#entries.push({ ...pointer, depth: this.#depth });
  }
}

function addPart(value: OpenValue, part: string, between: string): void {
  value.text = value.text === undefined ? part : `${value.text}${between}${part}`;
}

function roleOf(name: string): Role | undefined {
  return ROLES.get(name) ?? (name.endsWith('-REF') ? 'pointer' : undefined);
}
