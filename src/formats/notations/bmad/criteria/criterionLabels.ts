import { CRITERION_LABEL } from '../words.ts';

const LABEL = new RegExp(String.raw`^[([]?${CRITERION_LABEL}\]?(?:\s*\([^()\n]{0,80}\))?\s*[:.)\]–—-]{0,3}\s*`, 'u');
/** `1: It lists`, as the makers' version 4 writes them, and `1. It lists` in a heading. */
const NUMBERED = /^(?<number>\d{1,3})(?::|[.)](?=\s))\s*/u;

/** A label of a criterion at the beginning of a text. */
export interface Label {
  readonly number: string;
  /** Up to what it labels. */
  readonly length: number;
  /** Without the signs behind it. */
  readonly idLength: number;
}

/** The label that a text begins with; the number of the story before that of the criterion is not part of it: `AC-1.2.3` of story 1.2 is 3. */
export function labelOf(text: string, story: string | undefined): Label | undefined {
  const match = LABEL.exec(text);
  const written = match?.groups?.['number'];
  if (!match || written === undefined) return undefined;
  const whole = written.replaceAll('-', '.');
  const isOwn = story !== undefined && whole.startsWith(`${story}.`);
  // `AC1-3` speaks of several.
  if (!isOwn && written.includes('-')) return undefined;
  return labelFrom(match[0], isOwn ? whole.slice(story.length + 1) : whole);
}

/** The number that leads a text: of `1: It lists` and of the heading `1. It lists`. */
export function numberOf(text: string): Label | undefined {
  const match = NUMBERED.exec(text);
  return match ? labelFrom(match[0], match.groups?.['number'] ?? '') : undefined;
}

function labelFrom(written: string, number: string): Label {
  return { number, length: written.length, idLength: written.trimEnd().replace(/[:.)\]–—-]+$/u, '').length };
}
