import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readConfiguration } from '../../src/formats/configuration/readConfiguration.ts';
import { createExtractor } from '../../src/formats/extraction/extract.ts';
import { DEFAULT_CONFIGURATION } from '../../src/formats/configuration/defaults.ts';
import { inEnglish } from '../../src/model/message.ts';
import { bundle } from '../support/server/bundle.ts';
import { sized } from '../support/size.ts';

const PATIENCE_MS = 240_000;

function refusal(text: string): string {
  const { configuration, facts } = readConfiguration('reqtrace.yaml', text);
  assert.equal(configuration, undefined);
  return facts.problems.map(({ message }) => inEnglish(message)).join('\n');
}

describe('a hostile configuration', () => {
  let program: string;

  before(async () => {
    program = await bundle('test/support/faults/readPatterns.ts');
  });

  const refused: readonly (readonly [what: string, text: string, words: RegExp])[] = [
    ['expressions that take for ever', 'ids: ["(a+)+"]', /take very long/u],
    ['expressions that take for ever once something follows', 'ids: ["a.*b.*"]', /take very long/u],
    ['very many expressions', `ids: [${'"A_[0-9]", '.repeat(51)}]`, /more than 50 patterns/u],
    ['very many notations', `annotations:\n${'- { pattern: "a(?<ref>b)", kind: implements }\n'.repeat(51)}`, /more than 50 patterns/u],
    ['a glob of very many alternatives', 'exclude: ["{1..99999999}"]', /more than 500 alternatives/u],
    ['very many globs of many alternatives', `tests:\n${'- "{1..400}x*y"\n'.repeat(1000)}`, /more than 1000 alternatives altogether/u],
    [
      'very many documents of many alternatives',
      `documents:\n${'- "{1..400}x*y"\n'.repeat(1000)}`,
      /more than 1000 alternatives altogether/u,
    ],
    ['globs that leave the folder', 'documents: ["../secret/*.md"]', /cannot leave the workspace folder/u],
    ['globs that leave the folder by braces', 'documents: ["{a,..}/secret/*.md"]', /cannot leave the workspace folder/u],
    ['absolute globs', 'exclude: [/etc/**]', /relative/u],
    ['a site outside of the folder', 'siteRoot: ../..', /inside the workspace folder/u],
    ['an absolute site', 'siteRoot: /etc', /relative/u],
    [
      'a bomb of aliases',
      `a: &a [x,x]\n${Array.from({ length: 60 }, (_, at) => `b${at}: &b${at} [${at ? `*b${at - 1},*b${at - 1}` : '*a'}]`).join('\n')}\nexclude: *b59`,
      /"exclude/u,
    ],
    ['an alias to itself', 'exclude: &a [*a]', /must be text/u],
    ['more text than anyone writes', `# ${'x'.repeat(200_000)}`, /larger than 128 KB/u],
    ['tags that make objects', 'exclude: !!js/function "() => 1"', /must be a list|Unresolved tag/u],
  ];
  for (const [what, text, words] of refused) it(`is refused for ${what}`, () => assert.match(refusal(text), words));

  it('cannot reach the prototype of all objects', () => {
    const text =
      'labels: { __proto__: PRO, constructor: CON }\nseverity: { __proto__: error, constructor: off }\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n';
    assert.match(refusal(text), /Unknown key "__proto__"/u);
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    const { configuration } = readConfiguration('reqtrace.yaml', 'labels: { __proto__: PRO, constructor: CON, toString: STR }\n');
    const { requirements } = createExtractor(configuration ?? assert.fail()).extract(
      'a.md',
      '# \\_\\_proto\\_\\_ 1: A\n\n# constructor 2: B\n\n# toString 3: C\n\n# valueOf 4: D\n',
    );
    assert.deepEqual(
      requirements.map(({ localId }) => localId),
      ['PRO-1', 'CON-2', 'STR-3'],
    );
  });

  // @verifies RT-11.2/AC3~825650
  it('matches globs in time that no path can stretch', () => {
    const { configuration } = readConfiguration(
      'reqtrace.yaml',
      `exclude: ["${'*a'.repeat(200)}", "${'**/a/'.repeat(90)}b", "${'*?'.repeat(200)}"]\n`,
    );
    const extractor = createExtractor(configuration ?? assert.fail());
    assert.equal(extractor.roleOf(`${'a/'.repeat(2000)}${'a'.repeat(2000)}.ts`), 'code');
  });

  it('has no expression taken that does not come back, whatever the text', function () {
    this.timeout(PATIENCE_MS + 10_000);
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, String(sized(100, 500)), '20'], {
      encoding: 'utf8',
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    assert.match(stdout.trimEnd().split('\n').at(-1) ?? '', /^all read, [1-9]\d+ taken$/u, stderr);
    assert.equal(status, 0);
  });
});

describe('expressions of a project', () => {
  const slow = String.raw`(?<ref>REQ-\d+)!|x+?y(?<ref2>z)`;
  const extractor = createExtractor({ ...DEFAULT_CONFIGURATION, ids: ['x+y'], annotations: [{ pattern: slow, kind: 'implements' }] });

  it('are not looked for in lines that nobody wrote, and that is said', () => {
    const notes: string[] = [];
    const line = 'REQ-1! '.repeat(300);
    const { annotations } = extractor.extract('src/a.ts', `REQ-2!\n${line}\n`, ({ why }) => notes.push(inEnglish(why)));
    assert.deepEqual(
      annotations.map(({ reference }) => reference.id),
      ['REQ-2'],
    );
    assert.ok(notes.some((why) => why.startsWith('Too long')));
  });

  it('leave a file of very many long lines, and look into its short ones', () => {
    const { annotations } = extractor.extract('src/a.ts', `${`${'x'.repeat(1990)} REQ-2!\n`.repeat(2000)}REQ-3!\n`);
    assert.ok(annotations.length < 200);
    assert.equal(annotations.at(-1)?.reference.id, 'REQ-3');
  });

  it('leave a very long line to the ids of the common form', () => {
    const { mentions } = extractor.extract('src/a.ts', `// ${'x'.repeat(5000)} REQ-1 xy\n// xxy REQ-2\n`);
    assert.deepEqual(
      mentions.map(({ id }) => id),
      ['REQ-1', 'xxy', 'REQ-2'],
    );
  });
});
