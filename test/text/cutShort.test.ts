import assert from 'node:assert/strict';
import { cutShort } from '../../src/text/cutShort.ts';

describe('A text cut short', () => {
  const cases: readonly (readonly [text: string, most: number, expected: string])[] = [
    ['Orders', 6, 'Orders'],
    ['Orders', 5, 'Orde…'],
    ['Orders at rest', 8, 'Orders…'],
    ['', 5, ''],
  ];
  for (const [text, most, expected] of cases) it(`of ${most} characters: "${text}"`, () => assert.equal(cutShort(text, most), expected));
});
