import { normalName } from '../../items/objectKinds.ts';
import { collapse } from '../../../text/lines.ts';
import type { ReqifBody, ReqifDefinition, ReqifElement, ReqifValue, Stretch, ValueKind } from '../../carriers/reqif/reqifBody.ts';

/** An attribute of an object as people know it. */
export interface ReqifAttribute {
  /** `ReqIF.ForeignID` */
  readonly name: string;
  /** `reqifforeignid`, as names are compared. */
  readonly normal: string;
  /** What else its definition is known as; empty for most. */
  readonly sameAs: string;
  readonly kind: ValueKind;
  /** White space collapsed. */
  readonly text: string;
  /** Undefined for a value that only its definition gives. */
  readonly at: Stretch | undefined;
}

/** The attributes of the elements of a file, those that only their types give among them. */
export class Attributes {
  readonly #body: ReqifBody;
  readonly #isEscaped: boolean;
  readonly #all = new Map<string, ReqifDefinition>();
  readonly #names = new Map<string, string>();

  constructor(body: ReqifBody) {
    this.#body = body;
    this.#isEscaped = /strictdoc/iu.test(body.tool);
    for (const { definitions } of body.types.values())
      for (const definition of definitions) if (!this.#all.has(definition.id)) this.#all.set(definition.id, definition);
  }

  of({ type, values }: ReqifElement): readonly ReqifAttribute[] {
    const definitions = this.#body.types.get(type)?.definitions ?? [];
    const attributes: ReqifAttribute[] = [];
    const given = new Set<string>();
    for (const value of values) {
      given.add(value.definition);
      // An IDENTIFIER may stand in several types, so the own type is asked first.
      const definition = definitions.find(({ id }) => id === value.definition) ?? this.#all.get(value.definition);
      attributes.push(this.#attribute(definition?.name ?? value.definition, value, value.at));
    }
    for (const { id, name, preset } of definitions)
      if (preset && !given.has(id)) attributes.push(this.#attribute(name, { ...preset, definition: id }, undefined));
    return attributes.filter(({ text }) => text !== '');
  }

  #attribute(name: string, { definition, kind, text }: ReqifValue, at: Stretch | undefined): ReqifAttribute {
    let normal = this.#names.get(name);
    if (normal === undefined) this.#names.set(name, (normal = normalName(name)));
    return { name, normal, kind, at, sameAs: this.#body.sameAs.get(definition) ?? '', text: collapse(this.#written(kind, text)) };
  }

  #written(kind: ValueKind, text: string): string {
    if (kind === 'STRING' && this.#isEscaped) return unescaped(text);
    if (kind !== 'ENUMERATION') return text;
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
