import assert from 'node:assert/strict';
import { sameXml } from '../../../../src/formats/carriers/xml/sameXml.ts';

describe('two pieces of XML say the same', () => {
  for (const [what, a, b, same] of [
    ['as they are', '<a b="c">d</a>', '<a b="c">d</a>', true],
    ['with a bracket as a number', '<a>[x]</a>', '<a>&#91;x&#x5d;</a>', true],
    ['with numbers of two systems', '<a>&#228;</a>', '<a>&#xE4;</a>', true],
    ['with a quotation mark by its name', '<a b="it\'s"/>', '<a b="it&apos;s"/>', true],
    ['with other lines between tags', '<a>\r\n  <b/>\n</a>', '<a><b/></a>', true],
    ['not with a tag that is a text in the other', '<a><b></b></a>', '<a>&#60;b>&lt;/b></a>', false],
    ['not with a reference that is a text in the other', '<a>&#38;#91;</a>', '<a>&#91;</a>', false],
    ['not with other words', '<a>at least 1</a>', '<a>at least 10</a>', false],
    ['not with blanks within a text', '<a>x y</a>', '<a>xy</a>', false],
    ['not with a character that is none', '<a>&#0;</a>', '<a></a>', false],
    ['not with a number that no character has', '<a>&#x110000;</a>', '<a>&#x10ffff;</a>', false],
  ] as const)
    it(what, () => assert.equal(sameXml(a, b), same));
});
