import type { NewTestFile, NewTestPlace, TestDraft, TestFramework, TestSkeleton } from '../language.ts';
import { slug } from './names.ts';
import { body, off } from './stops.ts';

/** How tests of JavaScript are written: Vitest, Jest, Mocha, Jasmine, node:test, Playwright, Deno, QUnit, AVA. */
export function javascriptSkeleton(endings: readonly string[]): TestSkeleton {
  return { endings, indent: '  ', frameworkOf, files: [VITEST, JEST, PLAYWRIGHT, NODE, MOCHA] };
}

function nameOfFramework(text: string): string {
  const imports = (name: string): boolean => new RegExp(`(?:from|require\\(|import)\\s*['"]${name}['"]`, 'u').test(text);
  if (imports('vitest')) return 'vitest';
  if (imports('@jest/globals') || /\bjest\./u.test(text)) return 'jest';
  if (imports('@playwright/test')) return 'playwright';
  if (imports('ava')) return 'ava';
  if (imports('jasmine') || /\bjasmine\./u.test(text)) return 'jasmine';
  return imports('node:test') ? 'node:test' : 'mocha';
}

function frameworkOf(text: string, indent: string): TestFramework {
  const name = nameOfFramework(text);
  const call = OWN_CALL.exec(text)?.[1] ?? (name === 'node:test' || name === 'playwright' || name === 'ava' ? 'test' : 'it');
  const quote = OWN_QUOTE.exec(text)?.[1] ?? "'";
  const semicolon = /;\s*$/mu.test(text) || text.trim() === '' ? ';' : '';
  const head = headOf(text, name);
  return {
    name,
    place: 'end',
    indent,
    write: ({ reference, annotation, words, lines, titled }: TestDraft) => {
      const title = (titled ? `${reference} ${words}` : words)
        .replaceAll('\\', '\\\\')
        .replaceAll(quote, `\\${quote}`)
        .replaceAll('${', '\\${');
      return [
        ...(titled ? [] : [`// ${annotation}`]),
        `${switchedOff(call, name)}(${quote}${title}${quote}, ${head} {`,
        ...lines.map((line) => `${indent}// ${line}`),
        `${indent}${body()}`,
        `})${semicolon}`,
      ];
    },
  };
}

/** `it.skip`; Jasmine has `xit`, Deno `Deno.test.ignore`. */
function switchedOff(call: string, name: string): string {
  if (name === 'jasmine') return `${off('x')}${call}`;
  if (call === 'Deno.test') return `Deno.test${off('.ignore')}`;
  return call + off('.skip');
}

/** The head of the function that a test is, as those of the file have it. */
function headOf(text: string, name: string): string {
  if (name === 'playwright') return 'async ({ page }) =>';
  if (name === 'ava') return '(t) =>';
  return OLD_FUNCTION.test(text) && !NEW_FUNCTION.test(text) ? 'function ()' : '() =>';
}

/** How the file calls its tests: `test` of `  test('a', f)`. */
const OWN_CALL = /^\s*(it|test|specify|Deno\.test|QUnit\.test)\s*\(/mu;
/** How it quotes their titles: `"` of `describe("a", f)`. */
const OWN_QUOTE = /\b(?:it|test|describe)\s*\(\s*(['"\x60])/u;
const OLD_FUNCTION = /\b(?:it|test|specify)\s*\([^\n]*,\s*function\s*\(/u;
const NEW_FUNCTION = /\b(?:it|test|specify)\s*\([^\n]*=>/u;

/** Beside the code, as most have it; else in a folder of the project. */
function pathOf({ project, folder, name, ending, code }: NewTestPlace): string {
  return `${code === '' ? `${project}test/` : folder}${slug(name)}.test${ending}`;
}

function uses(name: string): RegExp {
  return new RegExp(`"${name}"\\s*:`, 'u');
}

const VITEST: NewTestFile = {
  name: 'Vitest',
  signs: { 'package.json': uses('vitest') },
  pathOf,
  textOf: () => "import { expect, it } from 'vitest';\n",
};
const JEST: NewTestFile = {
  name: 'Jest',
  signs: { 'package.json': uses('(?:jest|ts-jest|react-scripts|jest-cli)') },
  pathOf,
  textOf: () => '',
};
const PLAYWRIGHT: NewTestFile = {
  name: 'Playwright',
  signs: { 'package.json': uses('@playwright/test') },
  pathOf: ({ project, name, ending }) => `${project}tests/${slug(name)}.spec${ending}`,
  textOf: () => "import { expect, test } from '@playwright/test';\n",
};
const NODE: NewTestFile = {
  name: 'node:test',
  signs: { 'package.json': /\bnode\b[^"\n]*\s--test\b/u },
  pathOf,
  textOf: () => "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\n",
};
const MOCHA: NewTestFile = { name: 'Mocha', signs: { 'package.json': uses('mocha') }, pathOf, textOf: () => '' };
