import { plain } from './plainText.ts';

/** Text of the repository as HTML, in an element or in a quoted attribute: `<b>` is `&lt;b&gt;`. */
export function escapeHtml(text: string): string {
  return plain(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * Data for a `<script type="application/json">`: no text in it can end the element or open a comment there (HTML, 4.12.1.3),
 * since every `<` is written `\u003c`. Texts lose what could turn the reading order round.
 */
export function jsonForScript(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? plain(value) : value)).replaceAll(
    '<',
    String.raw`\u003c`,
  );
}

/** The value of an attribute, in quotes where it needs them (HTML, 13.1.2.3): with ten thousand criteria those that do not are a twentieth of a page. */
export function attributeValue(text: string): string {
  const value = escapeHtml(text);
  return /^[^\s"'=<>`]+$/u.test(value) ? value : `"${value}"`;
}
