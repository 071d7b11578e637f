import assert from 'node:assert/strict';
import { readPlainXml } from '../../../../src/formats/carriers/xml/plainXml.ts';
import { readXml } from '../../../../src/formats/carriers/xml/xml.ts';
import type { XmlHandler } from '../../../../src/formats/carriers/xml/xml.ts';
import { reqifFile } from '../../../support/notations/reqif.ts';

const WANTED: ReadonlySet<string> = new Set(['id', 'THE-VALUE', 'IDENTIFIER']);

describe('readPlainXml', () => {
  const same: readonly (readonly [what: string, text: string])[] = [
    ['an element', '<a/>'],
    ['white space and a declaration', '<?xml version="1.0" encoding="UTF-8" standalone=\'yes\'?>\r\n<a >\n</a\t>\n\n'],
    ['prefixes', '<x:a xmlns:x="y"><x:b id="1"/></x:a>'],
    ['entities', '<a id="&lt;&quot;&#65;&#x1F600;"> &amp;amp; &gt;&apos;&#10;x</a>'],
    ['line ends and tabs', '<a id="x\r\ny\tz\rw">p\r\nq\rr\n</a>'],
    ['quotes in quotes, and signs of tags', `<a id='"&gt;>' name="it's">]></a>`],
    ['comments', '<!-- before --><a><!-- <b> -->x<!----></a><!-- behind -->'],
    ['letters of the world', '<a id="größer">需求 😀</a>'],
    ['a file of ReqIF', reqifFile({ objects: [{ id: '_1', attributes: [['Text', 'a <x:b>c</x:b> &amp; d', 'XHTML']] }] })],
  ];
  for (const [what, text] of same)
    it(`tells of ${what} what readXml tells`, () => {
      assert.deepEqual(plain(text), told(text));
      assert.ok(plain(text));
    });

  const left: readonly (readonly [what: string, text: string])[] = [
    ['a tag that another one closes', '<a><b></a></b>'],
    ['an element without an end', '<a><b/>'],
    ['an end without a beginning', '<a/></a>'],
    ['a beginning of a name', '<ab></a>'],
    ['two documents', '<a/><a/>'],
    ['text around it', '<a/>x'],
    ['text before it', 'x<a/>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['a section of characters', '<a><![CDATA[x]]></a>'],
    ['an instruction', '<a><?x y?></a>'],
    ['a later version', '<?xml version="1.1"?><a/>'],
    ['an entity of HTML', '<a>&nbsp;</a>'],
    ['a lone ampersand', '<a id="a & b"/>'],
    ['a number of no character', '<a>&#0;</a>'],
    ['half a character', '<a>&#xD800;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['two attributes of one name', '<a id="1" b="2" id="3"/>'],
    ['attributes without a blank between them', '<a id="1"b="2"/>'],
    ['an attribute without a value', '<a id/>'],
    ['a value without quotes', '<a id=1/>'],
    ['a value without an end', '<a id="1/>'],
    ['a comment with hyphens', '<a><!-- a -- b --></a>'],
    ['names of other letters', '<größe/>'],
    ['a tag that is cut off', '<a id="1"'],
    ['elements nested too deep', '<a>'.repeat(300) + '</a>'.repeat(300)],
  ];
  for (const [what, text] of left) it(`leaves ${what} to readXml`, () => assert.equal(plain(text), undefined));

  it('leaves every text that it does not read as readXml does, however it is damaged', () => {
    const whole = same.map(([, text]) => text).join('');
    let seed = 7;
    const random = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
    let read = 0;
    for (let round = 0; round < 4000; round += 1) {
      const [, text] = same[random(same.length)] ?? ['', ''];
      const at = random(text.length + 1);
      const piece = whole.slice(random(whole.length)).slice(0, random(4));
      const damaged = text.slice(0, at) + piece + text.slice(at + random(3));
      const events = plain(damaged);
      if (!events) continue;
      read += 1;
      // Where an ampersand had to be mended, readXml does not know the places exactly.
      const compared = /&(?!(?:amp|lt|gt|quot|apos|#\w+);)/u.test(damaged) ? withoutPlaces : (all: readonly string[]) => all;
      assert.deepEqual(compared(events), compared(told(damaged)), JSON.stringify(damaged));
    }
    assert.ok(read > 400, `${read}`);
  });
});

function withoutPlaces(events: readonly string[]): readonly string[] {
  return events.map((event) => event.replace(/ at [\s\S]*$/u, ''));
}

/** All that a handler is told, the pieces of a text together; undefined for what is not plain. */
function plain(text: string): readonly string[] | undefined {
  const events: string[] = [];
  return readPlainXml(text, recorder(events, text), WANTED) ? events : undefined;
}

/** The same of `readXml`, without what it had to say of losses: there must be none. */
function told(text: string): readonly string[] {
  const events: string[] = [];
  assert.equal(JSON.stringify(readXml(text, recorder(events, text))), '[]', JSON.stringify(text));
  return events;
}

function recorder(events: string[], text: string): XmlHandler {
  let place = { start: (): number => 0, end: (): number => 0 };
  let depth = 0;
  const tag = (): string => text.slice(place.start(), place.end());
  return {
    begin(given) {
      place = given;
    },
    open({ name, attributes }) {
      depth += 1;
      events.push(`open ${name} ${JSON.stringify(Object.entries(attributes).filter(([key]) => WANTED.has(key)))} at ${tag()}`);
    },
    close(name) {
      depth -= 1;
      events.push(`close ${name} at ${tag()}`);
    },
    text(piece) {
      // What is around the document is nobody's text.
      if (depth === 0) return;
      const last = events.at(-1);
      if (last?.startsWith('text ')) events[events.length - 1] = last + piece;
      else events.push(`text ${piece}`);
    },
  };
}
