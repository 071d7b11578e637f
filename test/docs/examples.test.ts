import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { COMMANDS } from '../../src/cli/run.ts';
import { parseArguments } from '../../src/cli/terminal/arguments.ts';
import { overallHelp } from '../../src/cli/terminal/help.ts';
import { readConfiguration } from '../../src/formats/configuration/readConfiguration.ts';
import { inEnglish } from '../../src/model/message.ts';
import { blocksOf, scenesOf, typedIn, userPages, withShown } from '../support/docs/pages.ts';
import type { Scene } from '../support/docs/pages.ts';
import { Repository, runIn } from '../support/repository.ts';
import { Sandbox } from '../support/sandbox.ts';

/** A file that a page only tells of, as it is larger than anybody wants to read there. */
const UNSHOWN: Readonly<Record<string, string>> = { 'docs/handbook.md': `# Handbook\n${'word '.repeat(1 << 20)}\n` };

/** A commit, whose name depends on the day that it is made. */
const COMMIT = /\b[0-9a-f]{10}\b/gu;

async function typed(root: string, commands: readonly string[]): Promise<string> {
  const answers: string[] = [];
  for (const command of commands) {
    const [program, ...argv] = command.split(' ');
    assert.equal(program, 'reqtrace');
    const { stdout, stderr } = argv[0] === '--help' ? helpOf() : await runIn(root, argv);
    const printed = `${stdout}${stderr}`.replaceAll(/[ \t]+$/gmu, '').replaceAll(COMMIT, '4bd8fe8fba');
    answers.push(`$ ${command}\n${printed.trimEnd()}\n`);
  }
  return answers.join('\n');
}

/** The overview takes no options, not even those that make a run repeatable. */
function helpOf(): { readonly stdout: string; readonly stderr: string } {
  return { stdout: overallHelp(COMMANDS), stderr: '' };
}

/** Without what pages only tell of, no file of which is written where a scene does not name its folder. */
async function play({ commands, files, before, shown }: Scene): Promise<string> {
  const all = shown.includes('docs/handbook.md') ? { ...files, ...UNSHOWN } : files;
  if (before) {
    const repository = new Repository(before);
    try {
      repository.change(all);
      return await typed(repository.path, commands);
    } finally {
      repository.delete();
    }
  }
  const sandbox = new Sandbox(all);
  try {
    return await typed(sandbox.root, commands);
  } finally {
    sandbox.remove();
  }
}

/** What editors read of TOML: `languages.toml` of Helix, `extension.toml` of Zed. */
interface ForEditors {
  readonly 'language-server'?: object;
  readonly language?: readonly { readonly 'language-servers': readonly string[] }[];
  readonly language_servers?: object;
}

const PAGES = userPages();

describe('the examples of', () => {
  for (const { path, text } of PAGES) {
    const scenes = scenesOf(text);
    if (scenes.length === 0) continue;
    // @verifies RT-4.2/AC25~469063
    it(`${path} print what it shows`, async () => {
      const shown: string[] = [];
      for (const scene of scenes) shown.push(await play(scene));
      const whole = withShown(text, shown);
      if (process.env['UPDATE_GOLDEN']) writeFileSync(path, whole);
      else assert.equal(text, whole);
    });
  }
});

describe('what the documentation', () => {
  it('has typed is taken by the command line', () => {
    const wrong = PAGES.flatMap(({ path, text }) =>
      typedIn(text).flatMap((line) => {
        const [name = '', ...argv] = line.split(/\s+/u);
        if (/^(?:COMMAND|--version|--help)/u.test(name)) return [];
        const command = COMMANDS.find((one) => one.name === name);
        if (!command) return [`${path}: reqtrace ${line}`];
        try {
          parseArguments(command, argv);
          return [];
        } catch (error) {
          // In running text a command may stand without its arguments.
          const { message } = error as Error;
          return message.includes('needs more arguments') ? [] : [`${path}: reqtrace ${line}: ${message}`];
        }
      }),
    );
    assert.deepEqual(wrong, []);
  });

  it('has for npm to run is a script', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
    const named = PAGES.flatMap(({ text }) => Array.from(text.matchAll(/npm run ([\w:]+)/gu), ([, name = '']) => name));
    assert.ok(named.length > 2);
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });

  it('writes into reqtrace.yaml is taken', () => {
    const examples = PAGES.filter(({ path }) => !/\/(?:ci|config-error)\.md$/u.test(path)).flatMap(({ path, text }) =>
      blocksOf(text).flatMap((block) => (block.language === 'yaml' ? [[path, block.text] as const] : [])),
    );
    assert.ok(examples.length > 10);
    assert.deepEqual(
      examples.flatMap(([path, text]) =>
        readConfiguration('reqtrace.yaml', text).facts.problems.map(({ message }) => `${path}: ${inEnglish(message)}\n${text}`),
      ),
      [],
    );
  });

  it('writes in TOML for other editors can be parsed, and starts this server', () => {
    const blocks = PAGES.flatMap(({ text }) => blocksOf(text).filter(({ language }) => language === 'toml'));
    const parsed = blocks.map(({ text }) => JSON.parse(JSON.stringify(parse(text))) as ForEditors);
    assert.deepEqual(
      parsed.flatMap((each) => each['language-server'] ?? []),
      [{ reqtrace: { command: 'reqtrace', args: ['lsp', '--stdio'] } }],
    );
    const helix = parsed.flatMap(({ language = [] }) => language);
    assert.ok(helix.length > 0 && helix.every((each) => each['language-servers'].includes('reqtrace')));
    assert.deepEqual(
      parsed.flatMap((each) => Object.keys(each.language_servers ?? {})),
      ['reqtrace'],
    );
  });
});
