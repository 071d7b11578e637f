import type { YamlPlace } from '../../carriers/yaml/yamlPlaces.ts';

const QUOTED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text as Python prints it in a list: `'src/a.c'`, `"it's"`. */
export function asPrinted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inside = text.replaceAll(/[\\\n\r\t]/gu, (letter) => QUOTED[letter] ?? letter);
  return `${quote}${quote === "'" ? inside.replaceAll("'", String.raw`\'`) : inside}${quote}`;
}

/** What Doorstop hashes of an attribute: its type in Python and its value. Undefined for a number with a point, a date and what else Python prints otherwise. */
export function asHashed(value: YamlPlace): string | undefined {
  const items = value.items();
  if (items.length > 0) return joined('\\L', items.map(asHashed));
  const entries = value.entries();
  if (entries.length > 0) {
    const sorted = entries.toSorted((a, b) => ((a.key.written ?? '') < (b.key.written ?? '') ? -1 : 1));
    return joined(
      '\\D',
      sorted.map((entry) => asHashed(entry.value)),
    );
  }
  const { text, written } = value;
  if (text !== undefined) return typed('str', text);
  if (written !== undefined && /^(?:0|-?[1-9]\d*)$/u.test(written)) return typed('int', written);
  if (written === 'true' || written === 'false') return typed('bool', written === 'true' ? 'True' : 'False');
  return value.isNull ? typed('NoneType', 'None') : undefined;
}

function typed(type: string, value: string): string {
  return `\\T<class '${type}'>\\V${value.replaceAll('\\', '\\\\')}`;
}

function joined(lead: string, parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : lead + parts.join('');
}
