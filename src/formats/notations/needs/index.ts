import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FormatContext } from '../../notation/context.ts';
import type { FactSink } from '../../notation/factSink.ts';
import type { Notation } from '../../notation/notation.ts';
import { placeIn } from '../../notation/placeIn.ts';
import { readableToml } from '../../notation/readableToml.ts';
import type { Typing } from '../../notation/typing.ts';
import { isNeedId, NEEDS } from './grammar.ts';
import { readCode } from './readCode.ts';
import { readDocument } from './readDocument.ts';
import { isNeedsJson, readNeedsJson } from './readJson.ts';
import { settings, UBPROJECTS } from './settings.ts';

const OPTIONS = String.raw`(?:[ \t]*:[\w-]{1,60}:[^\n]*\n){0,30}?[ \t]*:id:[ \t]*\S`;
/** A need in reStructuredText or in MyST: of a usual name, or with an id. */
const MARK = new RegExp(
  String.raw`^[ \t]*\.\. (?:(?:req|requirement|spec|need)::[ \t]|[\w-]{1,60}::[^\n]*\n${OPTIONS})|^[ \t]*(?:\x60{3,}|:{3,}|~{3,})\{[\w-]{1,60}\}[^\n]*\n(?:---\r?\n(?:[\w-]{1,60}:[^\n]*\n){0,30}?id:[ \t]*\S|${OPTIONS})`,
  'mu',
);

const typing: Typing = {
  words: [],
  before: /[\w-]*$/u,
  after: /^[\w-]*/u,
  probe: 'REQTRACEPROBE_0',
  mayRefer: (before, _typed, role) =>
    role === 'document'
      ? /^\s*:links: (?:[^;,]*[;,]\s*)*$|(?:\{need\}|:need:)`$/u.test(before)
      : /@need-ids:\s*(?:[^,]*,\s*)*$/u.test(before),
};

/** sphinx-needs: directives with an id in reStructuredText and MyST, what is exported as `needs.json`, and `@need-ids:` in comments, as sphinx-codelinks has it. */
export const needs = {
  name: NEEDS,
  // Read elsewhere; what is wrong with it is said here.
  files: UBPROJECTS.map((glob) => ({ glob, carrier: 'text', part: 'spec' })),
  mayHold: [{ glob: '**/*.{rst,rest}' }, { glob: '**/*needs*.json' }],
  holds: isNeedsJson,
  mark: MARK,
  settings,
  ids: {
    normal: (id) => id,
    isName: (name, type) => type === 'requirement' && isNeedId(name),
    parts: ({ reference: { text } }) => ({ id: [0, text.length] }),
    typing,
  },
  needles: ['@need-ids:'],
  readDocument: read,
  readDocumentAt: (document, position, context) => placeIn(document, position, (facts) => read(document, facts, context)),
  readCode,
  readCodeAt: (code, position) => placeIn(code, position, (facts) => readCode(code, facts)),
  write: { annotation: (_kind, reference) => `@need-ids: ${reference.replace(/^.*#/u, '')}` },
} satisfies Notation;

function read(document: CarriedDocument, facts: FactSink, context: FormatContext): void {
  if (UBPROJECTS.includes(document.path)) readableToml(document, facts);
  else if (document.path.endsWith('.json')) readNeedsJson(document, facts);
  else readDocument(document, facts, context);
}
