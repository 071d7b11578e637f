/** Where a reference is written out, it must not become a tag or another reference. */
const KEPT: Readonly<Record<string, string>> = { '<': '&lt;', '&': '&amp;' };
const NAMED: Readonly<Record<string, string>> = { quot: '"', apos: "'", gt: '>' };
const CHARACTER = /&(?:#x(?<hex>[\da-fA-F]{1,6})|#(?<decimal>\d{1,7})|(?<name>quot|apos|gt));/gu;

/**
 * True for two pieces of XML that say the same but for how characters are written and for blanks between tags: `sameXml('<a>[</a>', '<a>&#91;</a>')`. Two tools that
 * write one object differ in that. False claims nothing: there are more ways to write the same.
 */
export function sameXml(a: string, b: string): boolean {
  return a === b || written(a) === written(b);
}

function written(xml: string): string {
  return xml
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/>\s+</gu, '><')
    .replaceAll(CHARACTER, (whole, hex?: string, decimal?: string, name?: string) => {
      const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
      if (name === undefined && !(code >= 0x20 && code <= 0x10_ff_ff)) return whole;
      const character = name === undefined ? String.fromCodePoint(code) : (NAMED[name] ?? whole);
      return KEPT[character] ?? character;
    });
}
