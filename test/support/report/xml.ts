import assert from 'node:assert/strict';

/** An element of a document: `testsuites/testsuite/testcase` with its attributes. */
export interface XmlElement {
  readonly path: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Name of the suite around it. */
  readonly suite: string | undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads XML of elements, attributes and text, and fails on whatever XML 1.0 does not allow there. */
export function readXml(text: string): XmlElement[] {
  assert.doesNotMatch(text, /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
  const [head = ''] = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n(?:<!--(?:(?!--)[^])*-->\n)?/u.exec(text) ?? [];
  assert.ok(head);
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  const token = /<\/([a-z]+)>|<([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<>]+)/uy;
  token.lastIndex = head.length;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    assert.ok(match, `not well-formed at ${JSON.stringify(text.slice(at, at + 60))}`);
    const [, closed, opened, written = '', alone, prose] = match;
    if (prose !== undefined) decode(prose);
    if (closed !== undefined) assert.equal(open.pop()?.path.split('/').at(-1), closed);
    if (opened === undefined) continue;
    const attributes = Object.fromEntries(
      Array.from(written.matchAll(/([a-z]+)="([^"]*)"/gu), ([, name, value]) => [name, decode(value ?? '')]),
    );
    const around = open.at(-1);
    const element = {
      path: around ? `${around.path}/${opened}` : opened,
      attributes,
      suite: around?.path.endsWith('testsuite') ? around.attributes['name'] : around?.suite,
    };
    elements.push(element);
    if (!alone) open.push(element);
  }
  assert.equal(open.length, 0);
  return elements;
}

function decode(text: string): string {
  return text.replaceAll(/&([^;\s]*);?/gu, (entity, name: string) => {
    const character = ENTITIES[name];
    assert.ok(character !== undefined && entity.endsWith(';'), `no entity: ${entity}`);
    return character;
  });
}
