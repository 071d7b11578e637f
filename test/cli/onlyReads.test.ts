import assert from 'node:assert/strict';
import { chmodSync, existsSync, lstatSync, readFileSync, readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { runIn, repositories } from '../support/repository.ts';
import type { Repository } from '../support/repository.ts';
import { PROJECT } from '../support/sandbox.ts';

const make = repositories();

const QUESTIONS: readonly (readonly string[])[] = [
  ['check'],
  ['check', '--fail-on', 'never', '--gate', 'merge'],
  ['diff'],
  ['diff', 'HEAD~1'],
  ['diff', 'HEAD~1', 'HEAD'],
  ['diff', '--staged'],
  ['diff', 'HEAD~1', '--unclaimed', '--format', 'json'],
  ['report', '--format', 'markdown', '--base', 'HEAD~1'],
  ['report', '--format', 'json'],
  ['report', '--format', 'html', '--blame'],
  ['history'],
  ['list'],
  ['show', 'IP-1.1'],
  ['explain', 'docs/launch.md'],
  ['explain', 'src/orders.ts:1'],
];

/** Files of a folder with all that tells whether somebody wrote them. */
function stateOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths.map((name) => {
      const entry = lstatSync(path.join(folder, name));
      return [name, `${entry.ino} ${entry.size} ${entry.mtimeMs} ${entry.ctimeMs}`];
    }),
  );
}

/** A project with a gate, results older than the code, and files whose times git's index does not have. */
function repository(): Repository {
  const made = make({
    ...PROJECT,
    'reqtrace.yaml': `${PROJECT['reqtrace.yaml'] ?? 'version: 1\n'}gates:\n  merge: { scope: changed, max: { unmet: 0 } }\n`,
    '.gitattributes': '*.ts filter=own diff=own\n',
    'junit.xml': '<testsuites><testsuite name="a"><testcase name="b" classname="c" /></testsuite></testsuites>',
  });
  made.git(['checkout', '-q', '-b', 'topic']);
  made.commit('second', { 'src/orders.ts': `${PROJECT['src/orders.ts']}\nexport {};\n` });
  for (const file of ['src/orders.ts', 'docs/launch.md']) utimesSync(made.at(file), 1_500_000_000, 1_500_000_000);
  return made;
}

describe('every command', () => {
  // @verifies RT-11.1/AC1~36daec
  it('leaves the repository as it is', async () => {
    const made = repository();
    const before = stateOf(made.path);
    for (const question of QUESTIONS) {
      const { code, stderr } = await runIn(made.path, question);
      assert.ok(code === 0 || code === 1, `${question.join(' ')}: ${stderr}`);
      assert.deepEqual(stateOf(made.path), before, question.join(' '));
    }
  });

  // @verifies RT-11.1/AC2~cbce2d
  it('starts no program that the repository names', async function () {
    if (process.platform === 'win32') this.skip();
    const made = repository();
    made.write('.git/program', `#!/bin/sh\necho "$@" >> '${made.at('.git/started')}'\ncat\n`);
    chmodSync(made.at('.git/program'), 0o755);
    const program = made.at('.git/program');
    made.write(
      '.git/config',
      `${readFileSync(made.at('.git/config'), 'utf8')}[core]\n\tfsmonitor = ${program}\n\tpager = ${program}
[filter "own"]\n\tclean = ${program} clean\n\tsmudge = ${program} smudge\n\tprocess = ${program} process\n\trequired = true
[filter "a b.c"]\n\tclean = ${program}
[diff]\n\texternal = ${program} external
[diff "own"]\n\ttextconv = ${program} textconv\n\tcommand = ${program} external
[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${program}\n`,
    );
    made.write('.git/hooks/post-index-change', readFileSync(program, 'utf8'));
    chmodSync(made.at('.git/hooks/post-index-change'), 0o755);
    // What git took a moment ago it reads again, since it cannot tell whether it is still that.
    made.write('src/orders.ts', `${PROJECT['src/orders.ts']}\nexport { };`);
    for (const question of QUESTIONS) {
      const { code, stderr } = await runIn(made.path, question);
      assert.ok(code === 0 || code === 1, `${question.join(' ')}: ${stderr}`);
      assert.equal(existsSync(made.at('.git/started')), false, question.join(' '));
    }
    assert.throws(() => made.ask('add', '--all'), 'it does not speak the protocol of a filter');
    assert.equal(existsSync(made.at('.git/started')), true, 'git itself starts it');
  });

  it('asks git for nothing in files that it could not keep filters from', async function () {
    if (process.platform === 'win32') this.skip();
    const made = repository();
    made.write('.git/program', `#!/bin/sh\ntouch '${made.at('.git/started')}'\ncat\n`);
    chmodSync(made.at('.git/program'), 0o755);
    made.write(
      '.git/config',
      `${readFileSync(made.at('.git/config'), 'utf8')}[filter "own"]\n\tclean = ${made.at('.git/program')}\n[filter "o=w"]\n\tclean = x\n`,
    );
    for (const question of QUESTIONS) await runIn(made.path, question);
    assert.equal(existsSync(made.at('.git/started')), false);
  });
});
