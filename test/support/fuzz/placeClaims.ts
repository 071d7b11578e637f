import assert from 'node:assert/strict';
import type { Extractor } from '../../../src/formats/extraction/extract.ts';
import { languages } from '../../../src/formats/languages/registry.ts';
import { LineMap } from '../../../src/text/lineMap.ts';
import { scan } from '../../../src/formats/carriers/code/scan.ts';
import type { FileFacts, Reference } from '../../../src/model/facts.ts';
import type { Position, Range } from '../../../src/model/position.ts';
import { contains } from '../../../src/model/position.ts';

/** What an editor puts into a text to learn whether a reference would count there: an id, a criterion, an annotation. */
const IN_CODE: readonly string[] = ['PROBE-0', 'AC0', '@implements PROBE-0 '];
const IN_DOCUMENTS: readonly string[] = ['PROBE-0', '\n**Covers**: PROBE-0'];
/** Places of a text that are tried, about; each costs as much as reading the text. */
const PLACES = 8;

/** Reading one place of a text says of it what reading all of the text does. */
export function assertSameAtPlaces(extractor: Extractor, path: string, text: string): void {
  for (const probe of extractor.roleOf(path) === 'document' ? IN_DOCUMENTS : IN_CODE) {
    for (let at = 0; at <= text.length; at += Math.ceil((text.length + 1) / PLACES)) {
      const probed = text.slice(0, at) + probe + text.slice(at);
      const place = probe.startsWith('\n') ? at + probe.indexOf('PROBE') : at;
      const position = new LineMap(probed.replace(/^\uFEFF/u, '')).positionAt(Math.max(0, place - (probed.startsWith('\uFEFF') ? 1 : 0)));
      const { references, invalidWaivers } = extractor.extractAt(path, probed, position);
      const whole = extractor.extract(path, probed);
      // A keyword is asked for where it begins, and what it says stands behind it.
      const behind = { ...position, character: position.character + (probe.startsWith('@') ? probe.indexOf('PROBE') : 0) };
      const here = ({ range }: { range: Range }): boolean => contains(range, position) || contains(range, behind);
      const shown = `at ${JSON.stringify(position)} of ${JSON.stringify(probed)}`;
      assert.deepEqual(references.filter(here), referencesOf(whole, path, probed).filter(here), shown);
      const waivers = whole.problems.filter(({ code }) => code === 'invalid-waiver');
      assert.deepEqual(
        invalidWaivers.map((range) => ({ range })).filter(here),
        waivers.map(({ range }) => ({ range })).filter(here),
        shown,
      );
    }
  }
}

/** Everything that says something; of what is only mentioned, ids in titles of tests, which say what the tests inside are about. */
function referencesOf({ role, annotations, waivers, requirements, mentions }: FileFacts, path: string, text: string): Reference[] {
  const isComment = commentsOf(path, text);
  return [
    ...annotations.map(({ reference }) => reference),
    ...waivers.map(({ reference }) => reference),
    ...requirements.flatMap(({ covers }) => covers),
    ...(role === 'document' ? [] : mentions.filter(({ range }) => !isComment(range.start))),
  ];
}

function commentsOf(path: string, source: string): (position: Position) => boolean {
  const text = source.replace(/^\uFEFF/u, '');
  const language = languages.of(path, text);
  if (!language) return () => true;
  const lines = new LineMap(text);
  const comments = scan(text, language.syntax).filter(({ kind }) => kind === 'comment');
  return ({ line, character }) => {
    const at = lines.startOf(line) + character;
    return comments.some(({ start, end }) => start <= at && at < end);
  };
}
