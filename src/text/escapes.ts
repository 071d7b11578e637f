/** The text of a string of JavaScript as it is written between its quotes: of `it\'s` it is `it's`. */
export function unescaped(raw: string): string {
  return raw.replaceAll(
    /\\(?:u\{(?<point>[\da-fA-F]{1,6})\}|u(?<four>[\da-fA-F]{4})|x(?<two>[\da-fA-F]{2})|(?<other>[\s\S]))/gu,
    (...found) => {
      const { point, four, two, other = '' } = found.at(-1) as Readonly<Record<string, string | undefined>>;
      const code = Number.parseInt(point ?? four ?? two ?? '', 16);
      if (!Number.isNaN(code)) return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
      return ESCAPES[other] ?? other;
    },
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0', '\n': '' };
