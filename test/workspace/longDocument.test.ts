import assert from 'node:assert/strict';
import { Random } from '../support/index/random.ts';
import { edit } from '../support/workspace/editors.ts';
import { folders } from '../support/workspace/folder.ts';
import { assertAsNew, open, statuses } from '../support/workspace/stockProject.ts';

const make = folders();

/** Long enough that a key makes only its section read again. */
const REQUIREMENTS = 100;
const LONG = Array.from(
  { length: REQUIREMENTS },
  (_, at) =>
    `## REQ-${at + 1}: Item ${at + 1}\n\nIt is kept in the store, as REQ-1 has it.\n\n**Acceptance Criteria**:\n\n- [ ] AC1: Kept for ${at} days\n- [ ] AC2: Then it goes\n`,
).join('\n');
const PATH = 'docs/items.md';

describe('a long document in an editor', () => {
  it('makes what was pinned stale as soon as another text is typed, and current again', async () => {
    const folder = make({ [PATH]: LONG, 'src/a.ts': '// @implements REQ-90/AC1\n' });
    const project = await open(folder);
    const item = project.index.item('docs/items#REQ-90/AC1');
    assert.ok(item);
    folder.write('src/a.ts', `// @implements REQ-90/AC1~${project.index.pin(item)}\n`);
    await project.refresh(['src/a.ts']);
    assert.equal(statuses(project)['REQ-90/AC1'], 'partial');
    await edit(project, PATH, LONG);
    const typed = await edit(project, PATH, LONG.replace('for 89 days', 'for 8 days'));
    assert.equal(statuses(project)['REQ-90/AC1'], 'stale');
    assert.deepEqual([...typed.changedItems].sort(), ['docs/items#REQ-90', 'docs/items#REQ-90/AC1']);
    await edit(project, PATH, LONG);
    assert.equal(statuses(project)['REQ-90/AC1'], 'partial');
  });

  it('is read whole in a pause, once', async () => {
    const project = await open(make({ [PATH]: LONG }));
    await edit(project, PATH, LONG);
    const typed = LONG.replace('for 89 days', 'for 8 days');
    await edit(project, PATH, typed);
    const facts = project.index.facts(PATH);
    await project.refresh([PATH], 'pause');
    // It says the same, so that the index keeps what it has.
    assert.equal(project.index.facts(PATH), facts);
    assert.deepEqual(await project.refresh([PATH], 'pause'), { changedFiles: new Set(), changedItems: new Set() });
  });

  it('says after any keys what a folder says that is opened then', async () => {
    const random = new Random(4);
    const folder = make({ [PATH]: LONG, 'src/a.ts': '// @implements REQ-7/AC1\n', 'docs/other.md': '# REQ-5: Another item 5\n' });
    const project = await open(folder);
    let text = LONG;
    for (let step = 0; step < 40; step += 1) {
      const at = random.below(text.length);
      text = random.oneIn(3)
        ? text.slice(0, at) + text.slice(at + 1)
        : text.slice(0, at) + random.pick([...'ab19-*[ ', '\n', 'AC1']) + text.slice(at);
      await edit(project, PATH, text);
      if (step % 20 !== 19) continue;
      folder.write(PATH, text);
      await assertAsNew(folder, project);
    }
    await edit(project, PATH, undefined);
    await assertAsNew(folder, project);
  });
});
