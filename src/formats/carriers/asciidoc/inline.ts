import { PlacedLine } from './placedLine.ts';

/** What is written otherwise in Markdown; anything else stays as it is. */
const PART = new RegExp(
  [
    String.raw`(?<code>\x60[^\x60\n]*\x60)`,
    String.raw`(?<strong>(?<![\p{L}\p{N}*\\])\*(?![\s*])(?<bold>[^*\n]{0,300}?[^\s*])\*(?![\p{L}\p{N}*]))`,
    String.raw`(?<struck>\[\.?line-through\]#[^#\n]{1,300}#)`,
    String.raw`(?<marked>\[\.[\w .-]{1,60}\]#[^#\n]{1,300}#)`,
    String.raw`(?<anchor>\[\[(?<id>[\p{L}_:][\p{L}\p{N}_:.-]{0,199})(?:,[^\]\n]{0,200})?\]\]|anchor:(?<other>[\p{L}_:][\p{L}\p{N}_:.-]{0,199})\[[^\]\n]{0,200}\])`,
    String.raw`(?<reference><<(?<target>[^>,\n]{1,200})(?:,(?<said>[^>\n]{0,300}))?>>)`,
    String.raw`(?<xref>xref:(?<to>[^\s[\]]{1,200})\[(?<label>[^\]\n]{0,300})\])`,
    String.raw`(?<tag><(?=[\p{L}!?/]))`,
    String.raw`(?<hard> \+$)`,
  ].join('|'),
  'gu',
);

/** The text of a line in Markdown, from a column on: `*REQ-1*` becomes `**REQ-1**`, and `<<REQ-1>>` just its name. */
export function inlineOf(text: string, line: number, from: number): PlacedLine {
  const made = new PlacedLine();
  let at = from;
  const keep = (start: number, end: number): void => {
    made.keep(text.slice(start, end), { line, character: start });
  };
  // A part begins behind what leads the line.
  for (const { 0: part, index: offset, groups = {} } of text.slice(from).matchAll(PART)) {
    const start = from + offset;
    const end = start + part.length;
    keep(at, start);
    at = end;
    const put = (words: string, place: number): void => {
      made.put(words, { line, character: place });
    };
    const within = (words: string): void => {
      const place = start + part.indexOf(words);
      keep(place, place + words.length);
    };
    // Marks within marks are turned, too.
    const inner = (): void => {
      made.join(inlineOf(text.slice(0, end - 1), line, start + part.indexOf('#') + 1));
    };
    if (groups['strong'] !== undefined) {
      put('**', start);
      keep(start + 1, end - 1);
      put('**', end - 1);
    } else if (groups['struck'] !== undefined) {
      put('~~', start);
      inner();
      put('~~', end - 1);
    } else if (groups['marked'] !== undefined) inner();
    else if (groups['anchor'] !== undefined) {
      put('[', start);
      within(groups['id'] ?? groups['other'] ?? '');
      put('] ', end - 1);
    } else if (groups['reference'] !== undefined || groups['xref'] !== undefined) {
      within((groups['target'] ?? groups['to'] ?? '').trim());
      const words = groups['said'] ?? groups['label'] ?? '';
      if (words.trim() !== '') {
        put(' ', end - 1);
        keep(end - (groups['said'] === undefined ? 1 : 2) - words.length, end - (groups['said'] === undefined ? 1 : 2));
      }
    } else if (groups['tag'] !== undefined) {
      // AsciiDoc has no tags.
      put('\\', start);
      keep(start, end);
    } else if (groups['hard'] === undefined) keep(start, end);
  }
  keep(at, text.length);
  return made;
}
