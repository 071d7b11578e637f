import { normalName } from '../../items/objectKinds.ts';
import { collapse } from '../../../text/lines.ts';
import type { ReqifBody, ReqifDefinition, ReqifElement, ReqifValue, Stretch, ValueKind } from '../../carriers/reqif/reqifBody.ts';

/** How an attribute is called: one for all objects that have it, so that it is looked at once. */
export interface AttributeName {
  /** `ReqIF.ForeignID` */
  readonly name: string;
  /** `reqifforeignid`, as names are compared. */
  readonly normal: string;
  /** What else its definition is known as; empty for most. */
  readonly sameAs: string;
  /** False for one that goes by the IDENTIFIER of its definition, which the file lacks. */
  readonly isDefined: boolean;
}

/** An attribute of an object as people know it. */
export interface ReqifAttribute {
  readonly called: AttributeName;
  readonly kind: ValueKind;
  /** White space collapsed. */
  readonly text: string;
  /** Undefined for a value that only its definition gives. */
  readonly at: Stretch | undefined;
  /** True for words of an enumeration that the file points at and does not have. */
  readonly isLost: boolean;
}

/** What has a name of its own in a type. */
interface Named {
  readonly definition: ReqifDefinition;
  readonly called: AttributeName;
}

/** The attributes of the elements of a file, those that only their types give among them. */
export class Attributes {
  readonly #body: ReqifBody;
  readonly #isEscaped: boolean;
  readonly #all = new Map<string, AttributeName>();
  /** By type, and there by IDENTIFIER, since one may stand in several types. */
  readonly #own = new Map<string, ReadonlyMap<string, Named>>();

  constructor(body: ReqifBody) {
    this.#body = body;
    this.#isEscaped = /strictdoc/iu.test(body.tool);
    for (const { id: type, definitions } of body.types.values()) {
      const own = new Map<string, Named>();
      for (const definition of definitions) {
        const { id, name } = definition;
        if (!own.has(id)) own.set(id, { definition, called: this.#named(id, name, true) });
        if (!this.#all.has(id)) this.#all.set(id, this.#named(id, name, true));
      }
      this.#own.set(type, own);
    }
  }

  of({ type, values }: ReqifElement): readonly ReqifAttribute[] {
    const own = this.#own.get(type);
    const attributes: ReqifAttribute[] = [];
    for (const value of values)
      this.#add(attributes, own?.get(value.definition)?.called ?? this.#calledAnywhere(value.definition), value, value.at);
    if (own)
      for (const { definition, called } of own.values()) {
        const { id, preset } = definition;
        if (preset && values.every((value) => value.definition !== id)) this.#add(attributes, called, preset, undefined);
      }
    return attributes;
  }

  #named(id: string, name: string, isDefined: boolean): AttributeName {
    return { name, normal: normalName(name), sameAs: this.#body.sameAs.get(id) ?? '', isDefined };
  }

  /** A definition that the file lacks goes by its IDENTIFIER. */
  #calledAnywhere(definition: string): AttributeName {
    let called = this.#all.get(definition);
    if (!called) this.#all.set(definition, (called = this.#named(definition, definition, false)));
    return called;
  }

  #add(attributes: ReqifAttribute[], called: AttributeName, { kind, text: written }: ReqifValue, at: Stretch | undefined): void {
    const text = collapse(this.#written(kind, written));
    if (text === '') return;
    const isLost = kind === 'ENUMERATION' && written.split('\n').some((id) => id !== '' && !this.#body.words.get(id));
    attributes.push({ called, kind, at, text, isLost });
  }

  #written(kind: ValueKind, text: string): string {
    if (kind === 'STRING' && this.#isEscaped) return unescaped(text);
    if (kind !== 'ENUMERATION') return text;
    if (!text.includes('\n')) return this.#body.words.get(text) || text;
    return text
      .split('\n')
      .map((id) => this.#body.words.get(id) || id)
      .filter((word) => word !== '')
      .join(', ');
  }
}

/** StrictDoc writes texts as Python does: `Gr\xf6\xdfe` is `Größe`. */
function unescaped(text: string): string {
  return text.replaceAll(
    /\\(?:x(?<byte>[\da-f]{2})|u(?<short>[\da-f]{4})|U(?<long>[\da-f]{8})|(?<sign>[nrt\\'"]))/giu,
    (whole, byte?: string, short?: string, long?: string, sign?: string) => {
      if (sign !== undefined) return SIGNS[sign] ?? sign;
      const code = Number.parseInt(byte ?? short ?? long ?? '', 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    },
  );
}

const SIGNS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
