import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { formKey } from '../../src/text/words/pluralForm.ts';

/*
 * The texts that people see and their translations: those of package.json in package.nls*.json, those of the code and
 * of the schema of reqtrace.yaml in l10n/. The log is English everywhere.
 */

const LANGUAGES = ['de', 'zh-cn'];

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const bundle = (file: string): Record<string, string> => JSON.parse(read(file)) as Record<string, string>;
const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: withoutComments(read(path.join('src', name))) }));

/** Where a text that comes from elsewhere is looked up: a message, a description of the schema. */
const LOOK_UPS = ['text/words/localised.ts', 'editor/configuration/markdown.ts'];

/** A text for people where the code says it. */
interface Said {
  readonly text: string;
  readonly file: string;
  /** How many values are given with it. */
  readonly values: number;
  /** Of what is said in two forms, by number. */
  readonly form?: 'one' | 'other';
}

const CALL = /(?<!function )\b(?:l10n\.t|say|(sayMany))\(/gu;
const LITERAL = /\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.)*`)/uy;

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*(?:\*|\/\*\*|\/\/).*$/gmu, '');
}

/** `{0}`, Markdown code, links to commands: what must be the same in every language. */
function fixedParts(text: string): string[] {
  return (text.match(/\{\d+\}|`[^`]+`|\(command:[\w.]+\)|\$\([\w~-]+\)/g) ?? []).sort();
}

/** What each call says; undefined for one whose text is not written in it. */
function callsIn({ name, text }: (typeof sources)[number]): (Said | undefined)[] {
  return Array.from(text.matchAll(CALL)).flatMap((call): (Said | undefined)[] => {
    const [first, behind] = literalAt(text, call.index + call[0].length);
    if (call[1] === undefined) return [first === undefined ? undefined : { text: first, file: name, values: argumentsAt(text, behind) }];
    // What is about a number is said in two forms.
    const [second, end] = literalAt(text, behind + 1);
    const forms = [first, second] as const;
    if (first === undefined || second === undefined) return [undefined, undefined];
    return forms.map((form, at) => ({ text: form ?? '', file: name, values: argumentsAt(text, end), form: at === 0 ? 'one' : 'other' }));
  });
}

/** The literal at a place, if there is one, and where it ends. */
function literalAt(text: string, at: number): readonly [literal: string | undefined, end: number] {
  LITERAL.lastIndex = at;
  const literal = LITERAL.exec(text)?.[0];
  return literal === undefined ? [undefined, at] : [String(runInNewContext(literal)), LITERAL.lastIndex];
}

/** Counts the arguments from a place behind the first one to the end of the call. */
function argumentsAt(text: string, from: number): number {
  const part = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|[()[\]{}]|,(?!\s*\))/gu;
  part.lastIndex = from;
  let depth = 0;
  let count = 0;
  for (let match = part.exec(text); match; match = part.exec(text)) {
    if (depth === 0 && match[0] === ')') break;
    // The formatter ends a call of several lines with a comma.
    if (depth === 0 && match[0] === ',' && !/^\s*\)/u.test(text.slice(part.lastIndex))) count += 1;
    if (/^[([{]$/u.test(match[0])) depth += 1;
    if (/^[)\]}]$/u.test(match[0])) depth -= 1;
  }
  return count;
}

function descriptionsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'description' && typeof value === 'string' ? [value] : descriptionsIn(value),
  );
}

describe('the texts of the code', () => {
  const english = bundle('l10n/bundle.l10n.json');
  const calls = sources.flatMap(callsIn);
  const said = calls.filter((call) => call !== undefined);
  const { description: _whole, ...schema } = JSON.parse(read('schemas/reqtrace.schema.json')) as Record<string, unknown>;

  it('are written where they are said', () => {
    const elsewhere = sources.filter((source) => callsIn(source).includes(undefined)).map(({ name }) => name);
    assert.deepEqual(elsewhere.sort(), LOOK_UPS.toSorted());
    assert.equal(calls.length - said.length, LOOK_UPS.length);
  });

  it('are all in the bundle for translators, and nothing there is left over', () => {
    const texts = new Set([...said.map(({ text }) => text), ...descriptionsIn(schema)]);
    assert.deepEqual(Object.keys(english).sort(), [...texts].sort());
    assert.deepEqual(
      Object.entries(english).filter(([key, text]) => key !== text),
      [],
    );
  });

  it('get a value for each of their placeholders', () => {
    const wrong = said.filter(({ text, values }) => new Set(text.match(/\{\d+\}/gu)).size !== values);
    assert.deepEqual(wrong, []);
  });

  for (const language of LANGUAGES) {
    // @verifies RT-7.4/AC7~e443d6
    it(`are all there in ${language}, with the same placeholders`, () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((form) => form !== 'one' && form !== 'other');
      const more = said.filter(({ form }) => form === 'other').flatMap(({ text }) => forms.map((form) => [formKey(text, form), text]));
      compare({ ...english, ...(Object.fromEntries(more) as Record<string, string>) }, bundle(`l10n/bundle.l10n.${language}.json`));
    });
  }
});

describe('what goes wrong before people', () => {
  it('is told in words that can be translated', () => {
    const english = sources
      .filter(({ name }) => /^(?:workspace|server|editor)\//u.test(name) && !name.startsWith('workspace/past/history/'))
      .flatMap(({ name, text }) =>
        Array.from(text.matchAll(/(?:new UserError\(|\brefusal: |ErrorMessage\()(?=['"`]).*/gu), ([line]) => `${name}: ${line}`),
      );
    assert.deepEqual(english, []);
  });
});

describe('the texts of package.json', () => {
  for (const language of LANGUAGES) {
    // @verifies RT-7.4/AC7~e443d6
    it(`are all there in ${language}, with the same commands and names`, () => {
      compare(bundle('package.nls.json'), bundle(`package.nls.${language}.json`));
    });
  }
});

function compare(english: Record<string, string>, translated: Record<string, string>): void {
  assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
  for (const [key, text] of Object.entries(english)) {
    assert.deepEqual(fixedParts(translated[key] ?? ''), fixedParts(text), key);
    assert.notEqual(translated[key]?.trim(), '', key);
  }
}
