import { TEST_ATTRIBUTE } from '../carriers/code/attributes.ts';
import type { CarriedCode } from './carriedCode.ts';

/** How properties are called that a tool tests, `prop_boils` of QuickCheck. */
const PROPERTY = /^\s*prop_/u;

/**
 * True if a file declares a test: `src/test_detector.py` may be named like one and hold none. True as well for a language of which nobody knows what
 * its tests look like.
 */
export function holdsTest({ language, declarations, lines }: CarriedCode): boolean {
  if (!language?.declarations || !declarations) return true;
  for (let line = 0; line < lines.lineCount; line += 1) {
    const text = lines.lineText(line, 400);
    if (text.trim() === '') continue;
    if (TEST_ATTRIBUTE.pattern.test(text) || PROPERTY.test(text) || declarations.on(line)?.kind === 'test') return true;
  }
  return false;
}
