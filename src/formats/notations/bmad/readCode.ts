import type { CarriedCode } from '../../carried/carriedCode.ts';
import type { FactSink } from '../../factSink.ts';
import { BMAD, idsIn } from './ids.ts';
import { storiesIn } from './storyReferences.ts';

/** A comment line longer than this, in characters, is machine-made; it mentions nothing. */
const LONGEST_LINE = 10_000;

/** Stories and requirements that comments mention: `// Story 1.2 AC 3: stays cold`, `// FR12`. Nothing in code claims anything in BMAD's words. */
export function readCode(code: CarriedCode, facts: FactSink): void {
  for (const { start, end, fenced } of code.comments) {
    if (fenced || end - start > LONGEST_LINE) continue;
    const text = code.text.slice(start, end);
    for (const { start: from, end: to, ...parts } of [...storiesIn(text), ...idsIn(text)]) {
      const written = text.slice(from, to);
      // The house sees an id in its normal form.
      if (written === parts.id) continue;
      facts.mention({ ...parts, text: written, range: code.lines.rangeOf(start + from, start + to), notation: BMAD });
      code.note(start + from, 'mention', () => `Comment mentions ${written}, if that is known`);
    }
  }
}
