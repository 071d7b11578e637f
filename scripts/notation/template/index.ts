import type { Notation } from '../../../src/formats/notation/notation.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { say } from '../../../src/model/message.ts';

const DEFINITION = /^template!(?<id>[a-z][a-z-]*)(?:[ \t]+(?<title>\S.*))?$/u;
const REFERENCE = /template\?(?<id>[a-z][a-z-]*)/gu;

/** What this notation is and who writes it; a line `template!boil Boil the water` defines `boil`, `template?boil` in a comment refers to it. */
export const template = {
  name: 'template',
  files: [{ glob: 'template/**/*.md', carrier: 'markdown', part: 'spec', namespace: 'folder' }],
  ids: { normal: (id) => id, isName: (name) => /^[a-z][a-z-]*$/u.test(name) },
  needles: ['template?'],
  mark: /^template![a-z]/mu,
  readDocument(document, facts) {
    const { lines, namespace } = document;
    for (const [line, text] of lines.entries()) {
      const { id, title = id } = DEFINITION.exec(text)?.groups ?? {};
      if (id === undefined || title === undefined) continue;
      document.note(line, 'requirement', () => say('Defines {0}', id));
      const whole = rangeAt(line, 0, text.length);
      const at = text.indexOf(id, text.indexOf('!'));
      facts.define({
        localId: id,
        notation: 'template',
        ...(namespace !== undefined && { namespace }),
        implicit: false,
        idRange: rangeAt(line, at, at + id.length),
        title,
        text: '',
        range: whole,
        nameRange: whole,
        level: 7,
        attributes: [],
        criteria: [],
        covers: [],
        exempt: false,
      });
    }
  },
  readCode(code, facts) {
    for (const comment of code.comments) {
      for (const match of code.text.slice(comment.start, comment.end).matchAll(REFERENCE)) {
        const { id = '' } = match.groups ?? {};
        const start = comment.start + match.index;
        const declaration = code.declarations?.of(comment.comment);
        code.note(start, 'annotation', () => say('Refers to {0}', id));
        facts.refer({
          kind: code.role === 'test' ? 'verifies' : 'implements',
          source: 'keyword',
          reference: { text: match[0], range: code.lines.rangeOf(start, start + match[0].length), id, notation: 'template' },
          ...(declaration && { declaration }),
        });
      }
    }
  },
  write: { annotation: (_kind, reference) => `template?${reference}` },
} satisfies Notation;
