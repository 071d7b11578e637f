import type { Notation } from '../../../src/formats/notation/notation.ts';
import type { CarriedCode } from '../../../src/formats/carried/carriedCode.ts';
import type { Reference } from '../../../src/model/facts.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { say } from '../../../src/model/message.ts';

const DEFINITION = /^@@(?<name>[a-z][a-z-]*)(?:[ \t]+(?<title>\S.*))?$/u;
const REFERENCE = /%%(?<name>[a-z][a-z-]*)/gu;

/** A notation for tests: a line `@@boil Boil the water` defines `boil`, `%%boil` in a comment refers to it. */
export const toy = {
  name: 'toy',
  files: [{ glob: 'kitchen/*.md', carrier: 'markdown', part: 'spec', namespace: 'folder' }],
  ids: {
    normal: (id) => id,
    isName: (name) => /^[a-z][a-z-]*$/u.test(name),
    parts: ({ reference: { text } }) => ({ id: [2, text.length] }),
    typing: {
      words: [],
      before: /[a-z-]*$/u,
      after: /^[a-z-]*/u,
      probe: 'reqtraceprobe',
      mayRefer: (before, _typed, role) => role !== 'document' && before.endsWith('%%'),
    },
  },
  needles: ['%%'],
  mark: /^@@[a-z]/mu,
  readDocument(document, facts) {
    const { lines, namespace } = document;
    for (const [line, text] of lines.entries()) {
      const { name, title } = DEFINITION.exec(text)?.groups ?? {};
      if (name === undefined) continue;
      document.note(line, 'requirement', () => say('Defines {0}', name));
      facts.define({
        localId: name,
        notation: 'toy',
        ...(namespace !== undefined && { namespace }),
        implicit: false,
        idRange: rangeAt(line, 2, 2 + name.length),
        title: title ?? name,
        text: '',
        range: rangeAt(line, 0, text.length),
        nameRange: rangeAt(line, 0, text.length),
        level: 7,
        attributes: [],
        criteria: [],
        covers: [],
        exempt: false,
      });
    }
  },
  readCode(code, facts) {
    for (const { reference, start } of references(code)) {
      code.note(start, 'annotation', () => say('Refers to {0}', reference.id));
      facts.refer({ kind: code.role === 'test' ? 'verifies' : 'implements', source: 'keyword', reference });
    }
  },
  readCodeAt: (code) => ({ references: Array.from(references(code), ({ reference }) => reference), invalidWaivers: [] }),
  write: { annotation: (_kind, reference) => `%%${reference}` },
} satisfies Notation;

function* references(code: CarriedCode): Generator<{ readonly reference: Reference; readonly start: number }> {
  for (const comment of code.comments) {
    // The percent signs may be taken for decoration of the comment, as its text goes on behind such.
    const from = Math.max(code.lines.startOf(comment.line), comment.comment.innerStart);
    for (const match of code.text.slice(from, comment.end).matchAll(REFERENCE)) {
      const start = from + match.index;
      const range = code.lines.rangeOf(start, start + match[0].length);
      yield { start, reference: { text: match[0], range, id: match[1] ?? '', notation: 'toy' } };
    }
  }
}
