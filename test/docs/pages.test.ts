import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { DEFAULT_SEVERITIES } from '../../src/model/finding.ts';
import { DEFAULT_RESULTS } from '../../src/model/usualFiles/evidenceGlobs.ts';
import { GlobSet } from '../../src/text/patterns/globSet.ts';
import { STATUS_SHAPES } from '../../src/text/words/statusShapes.ts';
import { userPages } from '../support/docs/pages.ts';

const PAGES = userPages();
const page = (name: string): string => PAGES.find(({ path: other }) => other === name)?.text ?? '';

const FENCE = /^ *(`{3,})[^\n]*\n.*?^ *\1$/gmsu;
const LINK = /\]\((?!https?:|mailto:)(?<target>[^()\s#]*)#(?<anchor>[^()\s]+)\)/gu;

/** The anchors of a page as GitHub makes them. */
function anchorsOf(text: string): Set<string> {
  const slugger = new GithubSlugger();
  const headings = Array.from(text.replaceAll(FENCE, '').matchAll(/^#+ (?<heading>.+)$/gmu), ({ groups }) => groups?.['heading'] ?? '');
  return new Set(headings.map((heading) => slugger.slug(heading.replaceAll('`', ''))));
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when?: string }[] };
    readonly configuration: readonly { readonly properties: Readonly<Record<string, { readonly default: unknown }>> }[];
  };
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

describe('the pages', () => {
  it('show each status with its sign', () => {
    const text = page('docs/statuses.md');
    const missing = Object.entries(STATUS_SHAPES).filter(([status, { sign }]) => !text.includes(`\n| ${status} | ${sign} |`));
    assert.deepEqual(missing, []);
  });

  it('begin with a README of at most 900 words that shows the two commands', () => {
    const readme = page('README.md');
    assert.ok(readme.split(/\s+/u).length <= 900, String(readme.split(/\s+/u).length));
    assert.ok(readme.includes('`npm ci && npm start`') && readme.includes('`npm cit`'));
  });

  it('are in plain English', () => {
    const phrases =
      /\b(?<![Tt]here )(?:is|are|was|were) no [a-z]|\bnames? no\b|\bmends?\b|\bgrave\b|\banew\b|\bfor ever\b|\bbeside\b|\bas it reads\b/u;
    const found = PAGES.flatMap(({ path: name, text }) =>
      text
        .replaceAll(FENCE, '')
        .replaceAll(/`[^`\n]+`/gu, '')
        .split('\n')
        .filter((line) => phrases.test(line))
        .map((line) => `${name}: ${line}`),
    );
    assert.deepEqual(found, []);
  });

  it('link to headings that are there', () => {
    const dead = PAGES.flatMap(({ path: from, text }) =>
      Array.from(text.replaceAll(FENCE, '').matchAll(LINK), ({ groups: { target = '', anchor = '' } = {} }) => {
        const file = target === '' ? from : path.posix.join(path.posix.dirname(from), target);
        return anchorsOf(readFileSync(file, 'utf8')).has(anchor) ? [] : [`${from}: ${target}#${anchor}`];
      }).flat(),
    );
    assert.deepEqual(dead, []);
  });

  it('are all to be found from the map', () => {
    const map = page('docs/README.md');
    const pages = readdirSync('docs').filter((name) => name.endsWith('.md') && name !== 'README.md');
    assert.deepEqual(
      pages.filter((name) => !map.includes(`](${name}`)),
      [],
    );
  });

  // @verifies RT-4.2/AC25~469063
  it('say what each finding is, with an example that prints it', () => {
    const without = Object.keys(DEFAULT_SEVERITIES).filter(
      (code) => !new RegExp(`^\\$ reqtrace check[^]*?  ${code}  `, 'mu').test(page(`docs/findings/${code}.md`)),
    );
    assert.deepEqual(without, []);
  });

  // @verifies RT-1.5/AC1~cd2267
  it('list each key of reqtrace.yaml', () => {
    const { properties } = json('schemas/reqtrace.schema.json') as { readonly properties: object };
    const text = page('docs/configuration.md');
    assert.deepEqual(
      Object.keys(properties).filter((key) => !text.includes(`\n| \`${key}\` |`)),
      [],
    );
  });

  it('name files of results that are found where nothing is configured', () => {
    const commands = Array.from(
      page('docs/results.md').matchAll(/^\| [^|]+ \| `(?<command>[^`|]+)` \|$/gmu),
      ({ groups }) => groups?.['command'] ?? '',
    );
    assert.ok(commands.length > 5);
    const found = new GlobSet(DEFAULT_RESULTS.map((glob) => [glob, true]));
    assert.deepEqual(
      commands.filter((command) => found.last(/[\w.-]+$/u.exec(command)?.[0] ?? '') === undefined),
      [],
    );
  });

  // @verifies RT-7.4/AC3~e96d48
  it('list each setting of VS Code with its default', () => {
    const { contributes } = json('package.json') as Manifest;
    const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
    const text = page('docs/vscode.md');
    assert.deepEqual(
      settings.filter(([name, { default: value }]) => !text.includes(`\n| \`${name}\` | \`${JSON.stringify(value)}\` |`)),
      [],
    );
  });

  it('list each command of the Command Palette', () => {
    const { contributes } = json('package.json') as Manifest;
    const texts = json('package.nls.json') as Readonly<Record<string, string>>;
    const hidden = new Set(contributes.menus.commandPalette.flatMap(({ command, when }) => (when === 'false' ? [command] : [])));
    const titles = contributes.commands
      .filter(({ command }) => !hidden.has(command))
      .map(({ title }) => texts[title.slice(1, -1)] ?? title);
    const text = page('docs/vscode.md');
    assert.deepEqual(
      titles.filter((title) => !text.includes(title)),
      [],
    );
  });
});
