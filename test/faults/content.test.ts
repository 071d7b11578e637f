import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { itemMarkdown } from '../../src/editor/hover/itemMarkdown.ts';
import { openProject } from '../../src/workspace/openProject.ts';
import { Sandbox } from '../support/sandbox.ts';
import { workspace } from '../support/editor/workspace.ts';
import { edit, openEditable } from '../support/workspace/editors.ts';

/** What somebody might hide in a requirement. */
const EVIL: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</td></table></script><b>',
  '[run](command:workbench.action.terminal.new)',
  '![pixel](https://evil.example/p.png)',
  '[x]: command:run',
  '<command:run>',
  'https://evil.example',
  'www.evil.example',
  'a@evil.example',
  '$(sync~spin)',
  '`${process.exit()}`',
  '"onclick="alert(1)',
  "'; drop",
  '&lt;b&gt;',
  '| cell |',
  '\u001b]0;title\u0007',
  '\u001b[2J',
  '\u009b31m',
  '\u202egnp.exe',
  '\r\nSet-Cookie: a',
  '::error::x',
  '%0A::error::x',
  '=1+1',
  '\u2028',
];

function evilProject(): Record<string, string> {
  const [first = '', ...rest] = EVIL;
  const sections = rest.map(
    (evil, at) =>
      `## REQ-${at + 2}: ${evil} title\n\nText ${evil}\n\n**Owner ${evil}**: ${evil}\n\n**Acceptance Criteria**:\n- [x] ${evil}\n- second ${evil}\n  - detail ${evil}\n`,
  );
  const code = EVIL.map(
    (evil, at) =>
      `// @implements REQ-${at + 1}\nfunction f${at}() {}\n// @waives REQ-${at + 1}/AC2: ${evil} until 2099-01-01\n// @implements REQ-9${at} ${evil}\n`,
  );
  return {
    'docs/evil.md': `# REQ-1: ${first}\n\n${sections.join('\n')}\n[gone](${encodeURI('../<b>')}.md) [out](../../../etc/passwd) [root](/etc/passwd)\n`,
    'src/evil.ts': code.join('\n'),
    'test/evil.test.ts': EVIL.map((evil, at) => `it(${JSON.stringify(`REQ-${at + 1}/AC1 ${evil}`)}, () => {});`).join('\n'),
    'docs/<img src=x onerror=alert(1)>.md': '## ODD-1: Odd\n\n[x](gone.md)\n',
    'docs/[a](command:b)\u001b[31m\nc.md': '## ODD-2: Odd\n\n[x](gone.md)\n',
  };
}

/** Everything that Markdown makes of a text, whatever a viewer may switch on. */
function tokensOf(markdown: string): Token[] {
  const all: Token[] = [];
  const collect = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      all.push(token);
      collect(token.children ?? []);
    }
  };
  collect(new MarkdownIt({ html: true, linkify: true }).parse(markdown, {}));
  return all;
}

describe('what a repository says', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = new Sandbox(evilProject());
  });
  afterEach(() => sandbox.remove());

  // @verifies RT-11.1/AC4~5f32ac
  it('brings no HTML, image or link of its own into hovers and tooltips', () => {
    const { view } = workspace({ ...evilProject(), 'src/last.ts': '' });
    const items = [...view.requirements()].flatMap((requirement) => [requirement, ...requirement.criteria]);
    assert.ok(items.length > 3 * EVIL.length - 3);
    for (const item of items) {
      for (const token of tokensOf(itemMarkdown(view, item, (path) => `file:///p/${encodeURI(path)}`))) {
        assert.ok(!/^(?:html|image|fence|code_block|table)/u.test(token.type), `${token.type}: ${token.content}`);
        if (token.type === 'link_open') assert.match(String(token.attrGet('href')), /^file:\/\/\/p\//u);
      }
    }
  });

  it('brings no HTML, image or link into a report in Markdown', async () => {
    const { stdout } = await sandbox.run(['report', '--format', 'markdown']);
    const [, ...tokens] = tokensOf(stdout);
    const ours = /^(?:<details><summary>[\w ]+<\/summary>|<\/details>)\n?$/u;
    for (const token of tokens.filter(({ content }) => !ours.test(content)))
      assert.ok(!/^(?:html|image|link|fence|code_block)/u.test(token.type), `${token.type}: ${token.content}`);
  });

  // @verifies RT-11.1/AC4~5f32ac
  it('brings no element, attribute or script into a report in HTML', async () => {
    const evil = await sandbox.run(['report', '--format', 'html']);
    assert.equal(evil.code, 0);
    const markup = evil.stdout.replaceAll(/<(script|style)\b[^>]*>.*?<\/\1>/gsu, '<$1>');
    const elements = new Set(Array.from(markup.matchAll(/<([a-z][\w-]*)/giu), ([, name]) => name));
    assert.deepEqual(
      ['img', 'b', 'command'].filter((name) => elements.has(name)),
      [],
    );
    assert.equal(markup.match(/<script/gu)?.length, evil.stdout.match(/<\/script/gu)?.length);
    // What stands in quotes is a value, in which a quote is escaped.
    assert.doesNotMatch(markup.replaceAll(/"[^"]*"/gu, '""'), /<[^>]*\son[a-z]+\s*=/iu);
    assert.doesNotMatch(markup, /(?:href|src)\s*=\s*["']?(?:command|https?|javascript):/iu);
  });

  for (const argv of [
    ['check'],
    ['report'],
    ['list'],
    ['show', 'REQ-2'],
    ['explain', 'docs/evil.md'],
    ['explain', 'src/evil.ts'],
    ['explain', 'test/evil.test.ts'],
    ['pin', '--all'],
    ['report', '--format', 'markdown'],
    ['report', '--format', 'github'],
  ]) {
    // @verifies RT-11.1/AC5~6338ab
    it(`sends nothing but text to a terminal: ${argv.join(' ')}`, async () => {
      const { stdout, stderr } = await sandbox.run(argv);
      assert.ok(stdout.length > 100, stderr);
      assert.doesNotMatch(stdout + stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    });
  }

  it('commands no workflow of a code host', async () => {
    const { stdout } = await sandbox.run(['report', '--format', 'github']);
    for (const line of stdout.trimEnd().split('\n')) assert.match(line, /^::(?:error|warning|notice|group|endgroup)\b|^[^:]/u);
    assert.doesNotMatch(stdout, /^::error::x/mu);
  });

  it('is one value in JSON, whatever it says', async () => {
    for (const format of ['json', 'sarif']) {
      const { stdout } = await sandbox.run(['report', '--format', format]);
      assert.ok(JSON.parse(stdout));
    }
  });

  // @verifies RT-11.1/AC3~0ad96c
  it('has no file read or named that lies outside', async () => {
    const project = await openEditable(sandbox.path('docs'));
    for (const path of ['../src/evil.ts', '/etc/passwd', '../../../../../../etc/passwd', 'a/../../src/evil.ts']) {
      assert.equal(await project.text(path), undefined, path);
      assert.equal(await project.explain(path, () => undefined), undefined, path);
      await edit(project, path, '## OUT-1: Out');
      assert.equal((await project.refresh([path])).changedItems.size, 0, path);
    }
    assert.equal(
      [...project.index.requirements()].some(({ id }) => id === 'OUT-1'),
      false,
    );
  });

  it('has nothing written through a link that leads out, nor into another file than the annotation', async () => {
    const other = new Sandbox({ 'src/a.ts': '// @implements REQ-2\n' });
    try {
      symlinkSync(other.path('src'), sandbox.path('linked'));
      symlinkSync(other.path('src/a.ts'), sandbox.path('src/linked.ts'));
      const { code } = await sandbox.run(['pin', '--write', 'REQ-2']);
      assert.equal(code, 0);
      assert.equal(readFileSync(other.path('src/a.ts'), 'utf8'), '// @implements REQ-2\n');
      assert.match(readFileSync(sandbox.path('src/evil.ts'), 'utf8'), /@implements REQ-2~[0-9a-f]{6}/u);
    } finally {
      other.remove();
    }
  });

  it('is never taken for an option or a place to write to', async () => {
    sandbox.write('--output', '## DASH-1: A\n');
    sandbox.write('-rf.md', '## DASH-2: A\n');
    const { stdout } = await sandbox.run(['list']);
    assert.match(stdout, /DASH-2/u);
    assert.equal((await sandbox.run(['report', '--output', 'no/such/folder/x.txt'])).code, 2);
    assert.equal(existsSync(sandbox.path('no')), false);
  });
});

describe('names that objects have of themselves', () => {
  it('are ids, labels and attributes as any other', async () => {
    const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];
    const sections = names.map((name) => `## ${name}\n\n**${name}**: ${name}\n\n**Acceptance Criteria**:\n- ${name}\n`);
    const front =
      '---\n__proto__: { polluted: true }\nreqtrace: { __proto__: { key: evil, polluted: true } }\nconstructor: { prototype: { polluted: true } }\n---\n';
    const sandbox = new Sandbox({
      'docs/__proto__.md': front + sections.join('\n'),
      'constructor.md': sections.join('\n'),
      'src/a.ts': names.map((name) => `// @implements docs/__proto__#${name.toLowerCase()}/AC1\n`).join(''),
    });
    try {
      const { index } = await openProject(sandbox.root);
      assert.deepEqual(
        index.documents().map(({ key }) => key),
        ['constructor', 'docs/__proto__'],
      );
      const met = index
        .documents()[1]
        ?.requirements.map(({ criteria: [criterion], facts }) => [
          facts.attributes[0]?.name,
          criterion && index.coverage(criterion.key).status,
        ]);
      assert.deepEqual(
        met,
        names.map((name) => [name, 'partial']),
      );
      assert.deepEqual(
        index.allFindings().filter(({ severity }) => severity === 'error'),
        [],
      );
      assert.equal((await sandbox.run(['report', '--format', 'json'])).code, 0);
      assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    } finally {
      sandbox.remove();
    }
  });
});
