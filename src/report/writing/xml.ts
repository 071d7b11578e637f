/** What XML has no way to write. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu;
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** A text for XML, in an element as in an attribute: `xmlText('a < b')` is `a &lt; b`. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '').replaceAll(/[&<>"\n\r\t]/gu, (sign) => SIGNS[sign] ?? sign);
}

/** An element with text in it, or nothing where there is none: `<id>boil</id>`. */
export function xmlElement(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${xmlText(text)}</${name}>`;
}
