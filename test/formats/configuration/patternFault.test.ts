import assert from 'node:assert/strict';
import { patternFault } from '../../../src/formats/configuration/patternFault.ts';
import { inEnglish } from '../../../src/model/message.ts';

describe('regular expressions of the configuration', () => {
  const good = [
    'HLR_[0-9]+',
    'Implements: (?<ref>[A-Z]+-[0-9.]+)',
    '(?:SWR|HLR)-\\d{3,5}',
    '\\[(?<ref>[^\\]]+)\\]',
    'a(?:b|c)?d',
    'x{1,20}(?:y{2}){3}',
    '(?<!x)R\\d+',
    '[(+*]+x',
    'a+b+c+d+e+f+g+',
    '.*REQ: .*',
    '\\p{Lu}+-\\p{N}+(?:-\\d{1,9})?',
    '@covers\\s+(?<ref>[\\w.]+)\\b',
    '[A-Z]{1,20}-\\d{1,20}',
    'REQ-\\d{1,4}(?:\\.\\d{1,4}){0,2}',
    'REQ-[A-Z]+(?:-[A-Z]+)*',
    '(?:[A-Z]+-)+\\d+',
    'FR\\d+(?:\\.\\d+)*',
    'UC(?:_[a-z]+[0-9])+',
    'REQ-[A-Z]+(?:-[A-Z]+)?',
    'REQ-[A-Z]+(?:-[A-Z]+){0,3}',
    '@req\\s+(?<ref>[A-Z]+(?:-[A-Z0-9]+)+)\\b',
  ];
  for (const pattern of good) it(`takes ${pattern}`, () => assert.equal(patternFault(pattern), undefined));

  const bad: readonly [pattern: string, words: RegExp][] = [
    ['', /empty/],
    ['[a-z', /not a valid regular expression/],
    ['\\y', /not a valid regular expression/],
    ['a*', /empty text/],
    ['(a+)+', /repeat a group/],
    ['(?:x(?:a*)y)*z', /repeat a group/],
    ['(?:a{2,}){3,}', /repeat a group/],
    ['(?:a+){1,9999}', /repeat a group/],
    ['(?:a|a)+b', /alternatives/],
    ['((?:a|ab))+b', /alternatives/],
    ['(?:-[A-Z-]+)*x', /repeat a group/],
    ['(?:-\\w+\\d*)*x', /repeat a group/],
    ['(?:[-é][\\p{L}]+)*x', /repeat a group/],
    ['(?:ä\\p{L}+)*x', /repeat a group/],
    ['(?:-(?:a+))*x', /repeat a group/],
    ['(?:-?a+)*x', /repeat a group/],
    ['(?:(?:-a+)*)*x', /repeat a group/],
    ['(?:-[A-Z]+)*(?:-[A-Z]+)*x', /twice in a row/],
    ['[A-Z-]+(?:-[A-Z]+)*x', /twice in a row/],
    ['(?:-[A-Z]+)*[A-Z]+x', /twice in a row/],
    ['(a)\\1', /backreferences/],
    ['(?<q>a)\\k<q>', /backreferences/],
    ['.*.*.*x', /twice in a row/],
    ['a*(?:b)?a*(?:b|c)a*(?=b)a*x', /twice in a row/],
    ['a*b*a*b*a*b*x', /twice in a row/],
    ['\\w+\\d+[a-z0-9]+x', /twice in a row/],
    ['(?:a{3})*(?:aa)*a*x', /twice in a row/],
    ['(?<ref>.*x.*y)', /twice in a row/],
    ['(?:a+){2}b', /twice in a row/],
    ['(?=a*b)a*(?<ref>c)', /twice in a row/],
    ['(?:x{1,3})*y', /varying length/],
    ['(?:xx?)+y', /(?:varying length|alternatives)/],
    ['(?<ref>(?:x{1,90}){1,90})y', /ways/],
    ['x{1,100}x{1,100}y', /ways/],
    [`${'x?'.repeat(30)}y`, /ways/],
    ['(?:x|x){1,40}y', /ways/],
    ['a'.repeat(301), /longer than/],
  ];
  for (const [pattern, words] of bad) {
    // @verifies RT-11.2/AC2~d9869b
    it(`refuses ${pattern.slice(0, 30) || 'the empty pattern'}`, () => {
      const fault = patternFault(pattern);
      assert.match(fault ? inEnglish(fault) : '', words);
    });
  }
});
