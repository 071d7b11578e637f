import type { Attribute, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { FILE_START } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { collapse } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { parseJson } from '../../carriers/json/jsonPlaces.ts';
import type { JsonPlace } from '../../carriers/json/jsonPlaces.ts';
import { requirement } from '../../notation/definition.ts';
import { duplicateId } from '../../notation/duplicateId.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { isWithdrawn } from '../../tabular/headers.ts';
import { LOBSTER, meaningOf } from './grammar.ts';

/** The schemas of the tools, and the versions that they read; `lobster-report` is another thing. */
const VERSIONS: Readonly<Record<string, readonly number[]>> = {
  'lobster-req-trace': [3, 4],
  'lobster-imp-trace': [3],
  'lobster-act-trace': [3],
};
/** Fields that are said otherwise. */
const OTHERWISE = new Set(['tag', 'name', 'text', 'refs', 'location', 'messages', 'just_up', 'just_down', 'just_global']);
const LONGEST = 80;

// @implements RT-1.4/AC34
/**
 * Reads what tools of LOBSTER hand over: requirements are items. Code and tests are mentioned alone: they are in the repository and are read there, and a file that a
 * tool wrote earlier proves nothing of them now.
 */
export function readJson(document: CarriedDocument, facts: FactSink): void {
  const root = parseJson(document.text);
  const schema = root?.entry('schema')?.string ?? '';
  const data = root?.entry('data');
  const known = VERSIONS[schema];
  const version = root?.entry('version')?.string;
  const refuse = (message: Message): void => {
    facts.problem({ code: 'skipped-file', range: FILE_START, message, unread: true });
    document.note(0, 'problem', () => message);
  };
  if (schema === 'lobster-report') {
    document.note(0, 'nothing', () => say('A report of LOBSTER, which defines nothing'));
    return;
  }
  if (!known || !data) return refuse(say('This file is not valid JSON of LOBSTER'));
  if (!known.includes(Number(version)))
    return refuse(say('{0} of version {1} is not read, only {2}', schema, version ?? '-', known.join(', ')));
  facts.belong({ namespace: document.namespace ?? document.path, part: 'spec' });
  const reader = new Reader(document, facts);
  for (const item of data.items()) {
    if (schema === 'lobster-req-trace') reader.requirement(item);
    else reader.other(item);
  }
}

class Reader {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #places = new Map<string, Range>();

  constructor(document: CarriedDocument, facts: FactSink) {
    this.#document = document;
    this.#facts = facts;
  }

  requirement(item: JsonPlace): void {
    const { start } = item.range;
    const tag = tagOf(item.entry('tag')?.string ?? '');
    if (!tag) return this.#document.note(start.line, 'nothing', () => say('An object of LOBSTER without a tag: not an item'));
    const nameRange = lineOf(item.entry('tag') ?? item);
    const first = this.#places.get(tag.name);
    if (first) {
      const problem = duplicateId(this.#document.path, tag.name, first, nameRange);
      this.#facts.problem(problem);
      return this.#document.note(start.line, 'problem', () => problem.message);
    }
    this.#places.set(tag.name, nameRange);
    this.#document.note(start.line, 'requirement', () => say('Defines {0}', tag.name));
    const { id, document: namespace } = meaningOf(tag.name);
    const text = collapse(item.entry('text')?.string ?? '');
    const name = collapse(item.entry('name')?.string ?? '');
    this.#facts.define(
      requirement({
        localId: id,
        notation: LOBSTER,
        namespace: namespace ?? this.#document.namespace ?? this.#document.path,
        title: name !== '' && name !== tag.name ? name : text.slice(0, LONGEST) || id,
        text,
        ...(tag.version !== undefined && { revision: tag.version }),
        range: item.range,
        nameRange,
        attributes: item.entries().flatMap(([key, value]): readonly Attribute[] => {
          const said = value.string;
          return said === undefined || said === '' || OTHERWISE.has(key)
            ? []
            : [{ name: key, value: collapse(said), range: lineOf(value) }];
        }),
        covers: this.#refs(item, 'Covers {0}'),
        exempt: isWithdrawn(item.entry('status')?.string ?? ''),
      }),
    );
  }

  /** Code or a test, as a tool found it. */
  other(item: JsonPlace): void {
    this.#document.note(item.range.start.line, 'nothing', () => say('Code or a test that LOBSTER found: shown, and not counted'));
    for (const reference of this.#refs(item, 'Mentions {0}')) this.#facts.mention(reference);
  }

  #refs(item: JsonPlace, words: 'Covers {0}' | 'Mentions {0}'): readonly Reference[] {
    return (item.entry('refs')?.items() ?? []).flatMap((ref) => {
      const tag = tagOf(ref.string ?? '');
      if (!tag || tag.kind !== 'req') return [];
      const message = words === 'Covers {0}' ? say('Covers {0}', tag.name) : say('Mentions {0}', tag.name);
      this.#document.note(ref.range.start.line, 'annotation', () => message);
      const meaning = meaningOf(tag.version === undefined ? tag.name : `${tag.name}@${tag.version}`);
      return [{ text: ref.string ?? '', range: ref.innerRange, ...meaning, notation: LOBSTER }];
    });
  }
}

/** What a tag says, `req kettle.boil@42`; the first `@` begins the version. */
function tagOf(tag: string): { readonly kind: string; readonly name: string; readonly version: string | undefined } | undefined {
  const { kind = '', name, version } = /^(?<kind>\w+) (?<name>[^@]+)(?:@(?<version>.*))?$/u.exec(tag)?.groups ?? {};
  return name === undefined ? undefined : { kind, name: name.trim(), version };
}

function lineOf({ range: { start, end } }: JsonPlace): Range {
  return start.line === end.line ? { start, end } : { start, end: start };
}
