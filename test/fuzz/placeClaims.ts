import assert from 'node:assert/strict';
import type { Extractor } from '../../src/formats/extract.ts';
import { languageOf } from '../../src/formats/code/languageTable.ts';
import { LineMap } from '../../src/formats/code/lineMap.ts';
import { scan } from '../../src/formats/code/scan.ts';
import type { FileFacts, Reference } from '../../src/model/facts.ts';
import type { Position, Range } from '../../src/model/position.ts';
import { contains } from '../../src/model/position.ts';

/** What an editor puts into a text to learn whether a reference would count there: an id, a criterion, an annotation. */
const PROBES: readonly string[] = ['PROBE-0', 'AC0', '@implements PROBE-0 '];
/** Distance of the places that are tried, in UTF-16 code units. */
const STEP = 5;

/** Reading one place of a text says of it what reading all of the text does. */
export function assertSameAtPlaces(extractor: Extractor, path: string, text: string): void {
  for (const probe of PROBES) {
    for (let at = 0; at <= text.length; at += STEP) {
      const probed = text.slice(0, at) + probe + text.slice(at);
      const position = new LineMap(probed.replace(/^\uFEFF/u, '')).positionAt(Math.max(0, at - (probed.startsWith('\uFEFF') ? 1 : 0)));
      const { references, problems } = extractor.extractAt(path, probed, position);
      const whole = extractor.extract(path, probed);
      const here = ({ range }: { range: Range }): boolean => contains(range, position) || contains(range, { ...position, character: position.character + probe.indexOf('PROBE') });
      const shown = `at ${JSON.stringify(position)} of ${JSON.stringify(probed)}`;
      assert.deepEqual(references.filter(here), referencesOf(whole, path, probed).filter(here), shown);
      assert.deepEqual(problems.filter(here), whole.problems.filter(here), shown);
    }
  }
}

/** Everything that says something; of what is only mentioned, ids in titles of tests, which say what the tests inside are about. */
function referencesOf({ annotations, waivers, requirements, mentions }: FileFacts, path: string, text: string): Reference[] {
  const isComment = commentsOf(path, text);
  return [
    ...annotations.map(({ reference }) => reference),
    ...waivers.map(({ reference }) => reference),
    ...requirements.flatMap(({ covers }) => covers),
    ...(requirements.length > 0 ? [] : mentions.filter(({ range }) => !isComment(range.start))),
  ];
}

function commentsOf(path: string, source: string): (position: Position) => boolean {
  const text = source.replace(/^\uFEFF/u, '');
  const language = languageOf(path, text);
  if (!language) return () => true;
  const lines = new LineMap(text);
  const comments = scan(text, language.syntax).filter(({ kind }) => kind === 'comment');
  return ({ line, character }) => {
    const at = lines.startOf(line) + character;
    return comments.some(({ start, end }) => start <= at && at < end);
  };
}
