import type { Attribute, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { Range } from '../../../model/position.ts';
import { LineMap } from '../../../text/lineMap.ts';
import { collapse } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { trlcFile } from '../../carriers/trlc/trlc.ts';
import type { TrlcObject, TrlcValue } from '../../carriers/trlc/trlc.ts';
import { requirement } from '../../notation/definition.ts';
import { duplicateId } from '../../notation/duplicateId.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { LOBSTER, meaningOf, VERSION } from './grammar.ts';

/** Fields that name what an object was made of. */
const UPPER = /^(?:derived_from|refines|satisfies|covers|traces?|traces?_to|parents?)$/u;
/** Fields that are the text of an object. */
const CONTENT = ['description', 'text', 'statement', 'content'];
/** The longest title that is made of a text. */
const LONGEST = 80;

/** Reads the objects of a file in TRLC: each is an item of its package. */
export function readDocument(document: CarriedDocument, facts: FactSink): void {
  const lines = new LineMap(document.text);
  const { package: named, objects, open } = trlcFile(document.text);
  const namespace = named ?? document.namespace ?? document.path;
  facts.belong({ namespace, part: 'spec' });
  if (open !== undefined) {
    const message = say('This bracket is not closed, so what is below it is not read');
    facts.problem({ code: 'malformed-annotation', range: lines.rangeOf(open, open + 1), message, unread: true });
    document.note(lines.lineAt(open), 'problem', () => message);
  }
  const places = new Map<string, Range>();
  for (const object of objects) define(document, facts, { object, lines, places, namespace });
}

interface Found {
  readonly object: TrlcObject;
  readonly lines: LineMap;
  readonly places: Map<string, Range>;
  readonly namespace: string;
}

function define(document: CarriedDocument, facts: FactSink, { object, lines, places, namespace }: Found): void {
  const { name, nameStart, type, start, end, fields } = object;
  const idRange = lines.rangeOf(nameStart, nameStart + name.length);
  const first = places.get(name);
  if (first) {
    const problem = duplicateId(document.path, name, first, idRange);
    facts.problem(problem);
    document.note(idRange.start.line, 'problem', () => problem.message);
    return;
  }
  places.set(name, idRange);
  document.note(idRange.start.line, 'requirement', () => say('Defines {0}', name));
  const textOf = (wanted: string): string | undefined =>
    fields.find((field) => field.name.toLowerCase() === wanted)?.values.find(({ kind }) => kind === 'text')?.text;
  const text = collapse(CONTENT.flatMap((wanted) => textOf(wanted) ?? [])[0] ?? '');
  // Which field it is, the settings of LOBSTER say; of two, nobody knows.
  const [version, second] = fields.filter((field) => VERSION.test(field.name)).flatMap(({ values: [first] }) => (first ? [first] : []));
  const place = ({ start: from, end: to }: Pick<TrlcValue, 'start' | 'end'>): Range => lines.rangeOf(from, to);
  facts.define(
    requirement({
      localId: name,
      notation: LOBSTER,
      namespace,
      idRange,
      title: collapse(textOf('title') ?? textOf('summary') ?? '') || text.slice(0, LONGEST) || name,
      text,
      ...(version && !second && version.text !== '' && version.text !== 'null' && { revision: version.text }),
      range: lines.rangeOf(start, end),
      nameRange: idRange,
      attributes: [
        { name: 'type', value: type, range: lines.rangeOf(start, start + type.length) },
        ...fields.flatMap((field): readonly Attribute[] =>
          UPPER.test(field.name) || CONTENT.includes(field.name.toLowerCase())
            ? []
            : field.values.slice(0, 1).map((value) => ({ name: field.name, value: collapse(value.text), range: place(value) })),
        ),
      ],
      covers: fields
        .filter((field) => UPPER.test(field.name))
        .flatMap(({ values }) =>
          values
            .filter(({ kind }) => kind === 'name')
            .map((value): Reference => {
              document.note(place(value).start.line, 'annotation', () => say('Covers {0}', value.text));
              return { text: value.text, range: place(value), ...meaningOf(value.text), notation: LOBSTER };
            }),
        ),
    }),
  );
}
