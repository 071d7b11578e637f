import type { Message } from '../../../model/message.ts';

/** How the value of an attribute is given. */
export type ValueKind = 'BOOLEAN' | 'DATE' | 'ENUMERATION' | 'INTEGER' | 'REAL' | 'STRING' | 'XHTML';

/** From where to where something stands, in offsets. */
export type Stretch = readonly [start: number, end: number];

/** The value of an attribute: its definition by IDENTIFIER, and its text, of an enumeration the names of its words. */
export interface ReqifValue {
  readonly definition: string;
  readonly kind: ValueKind;
  readonly text: string;
  /** The start tag of the value. */
  readonly at: Stretch;
}

/** The definition of an attribute; `name` is its LONG-NAME, or its IDENTIFIER where it has none. */
export interface ReqifDefinition {
  readonly id: string;
  readonly name: string;
  readonly kind: ValueKind;
  readonly preset?: ReqifValue;
}

/** A type of objects, relations or specifications. */
export interface ReqifType {
  readonly id: string;
  readonly name: string;
  readonly definitions: readonly ReqifDefinition[];
}

/** What has an IDENTIFIER, a type and values. */
export interface ReqifElement {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly values: readonly ReqifValue[];
  /** The start tag, and where the element ends. */
  readonly at: Stretch;
  readonly end: number;
}

/** An IDENTIFIER that is written in some element, and where. */
export interface ReqifPointer {
  readonly id: string;
  readonly at: Stretch;
}

/** A relation from its source to its target. */
export interface ReqifRelation extends ReqifElement {
  readonly source: ReqifPointer | undefined;
  readonly target: ReqifPointer | undefined;
}

/** An entry of a hierarchy, and how deep it is: 1 for the uppermost. */
export interface ReqifEntry extends ReqifPointer {
  readonly depth: number;
}

/** A specification with its objects in order. */
export interface ReqifSpecification extends ReqifElement {
  readonly entries: readonly ReqifEntry[];
}

/** What a ReqIF file holds, as it is written: `readReqif(text).objects`. */
export interface ReqifBody {
  /** REQ-IF-TOOL-ID and SOURCE-TOOL-ID. */
  readonly tool: string;
  readonly types: ReadonlyMap<string, ReqifType>;
  /** The words of enumerations, by IDENTIFIER. */
  readonly words: ReadonlyMap<string, string>;
  /** What else the definition of an attribute is known as, by IDENTIFIER: `http://jazz.net/ns/rm#primaryText`. */
  readonly sameAs: ReadonlyMap<string, string>;
  readonly objects: readonly ReqifElement[];
  readonly relations: readonly ReqifRelation[];
  readonly specifications: readonly ReqifSpecification[];
  /** Where its reading ended, and why, where it is not whole; `line` begins at 0. */
  readonly lost: { readonly reason: Message; readonly line: number } | undefined;
  /** True where the root element of ReqIF was met. */
  readonly isReqif: boolean;
}
