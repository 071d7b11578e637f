import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import type { HistoryPoint } from '../../../src/query/history.ts';
import { HISTORY_STATUSES } from '../../../src/query/history.ts';
import { readHistory } from '../../../src/workspace/past/history/readHistory.ts';
import type { MomentRequest } from '../../../src/workspace/past/history/moments.ts';
import { treeOf } from '../../../src/workspace/git/revisionFiles.ts';
import { indexRevision } from '../../../src/workspace/past/revisionIndex.ts';
import { DatedRepository, datedRepositories } from '../../support/workspace/datedRepository.ts';
import { folders } from '../../support/workspace/folder.ts';

const make = datedRepositories();
const makeFolder = folders();
const ALL: MomentRequest = { every: 'commit', limit: 1000 };

const DOCUMENT = '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- Kept\n- Confirmed\n';
const CODE = '// @implements REQ-1/AC1\nexport function keep() {}\n';
const TEST = "it('REQ-1/AC1 keeps', () => {});\n";

/** `2026-01-05 unmet 1 met 1`. */
function brief({ date, counts }: HistoryPoint): string {
  return [date, ...HISTORY_STATUSES.filter((status) => counts[status]).map((status) => `${status} ${counts[status]}`)].join(' ');
}

async function told(repository: { readonly path: string }, request: Partial<MomentRequest> = {}): Promise<string[]> {
  return (await readHistory(repository.path, { ...ALL, ...request })).points.map(brief);
}

/** Commits on Monday to Sunday of one week and Monday of the next, with tags. */
function twoWeeks(): DatedRepository {
  const copy = make();
  first ??= firstTwoWeeks();
  first.copyTo(copy);
  return copy;
}

/** Made once, since it takes as long as most tests. */
let first: DatedRepository | undefined;
after(() => first?.delete());

function firstTwoWeeks(): DatedRepository {
  const repository = new DatedRepository();
  repository.commitOn('2026-01-05', { 'README.md': '# Shop\n', 'src/keep.ts': CODE });
  repository.commitOn('2026-01-06', { 'docs/a.md': DOCUMENT });
  repository.git(['tag', 'v0.1']);
  repository.commitOn('2026-01-11T23:59:59Z', { 'test/keep.test.ts': TEST });
  repository.on('2026-03-01', 'tag', '-a', '-m', 'late', 'v0.2');
  repository.git(['tag', 'stable']);
  repository.commitOn('2026-01-12T00:00:00Z', { 'src/keep.ts': '' });
  return repository;
}

describe('readHistory', () => {
  it('looks at each commit, oldest first', async () => {
    assert.deepEqual(await told(twoWeeks()), [
      '2026-01-05',
      '2026-01-06 unmet 1 partial 1',
      '2026-01-11 unmet 1 met 1',
      '2026-01-12 unmet 1 partial 1',
    ]);
  });

  it('looks at the last commit of each week from Monday to Sunday', async () => {
    assert.deepEqual(await told(twoWeeks(), { every: 'week' }), ['2026-01-11 unmet 1 met 1', '2026-01-12 unmet 1 partial 1']);
  });

  it('keeps the days of one week together over the end of a year', async () => {
    const repository = make();
    for (const day of ['2025-12-28', '2025-12-29', '2025-12-31', '2026-01-04', '2026-01-05']) repository.commitOn(day);
    assert.deepEqual(await told(repository, { every: 'week' }), ['2025-12-28', '2026-01-04', '2026-01-05']);
  });

  it('looks at each tag by the day of its commit, those of one commit as one', async () => {
    const { points } = await readHistory(twoWeeks().path, { ...ALL, every: 'tag' });
    assert.deepEqual(
      points.map((point) => [point.name, brief(point)]),
      [
        ['v0.1', '2026-01-06 unmet 1 partial 1'],
        ['stable, v0.2', '2026-01-11 unmet 1 met 1'],
      ],
    );
  });

  const bounds: readonly [request: Partial<MomentRequest>, days: string[]][] = [
    [{ since: '2026-01-11' }, ['11', '12']],
    [{ until: '2026-01-06' }, ['05', '06']],
    [{ since: '2026-01-06', until: '2026-01-11' }, ['06', '11']],
    [{ since: 'v0.1' }, ['06', '11', '12']],
    [{ until: 'v0.1' }, ['05', '06']],
    [{ since: 'v0.1', until: 'v0.2' }, ['06', '11']],
    [{ since: 'HEAD' }, ['12']],
    [{ every: 'tag', since: 'v0.1' }, ['06', '11']],
    [{ every: 'tag', since: 'stable' }, ['11']],
    [{ every: 'tag', since: '2026-01-07' }, ['11']],
    [{ every: 'week', since: 'HEAD~3' }, ['05', '11', '12']],
    [{ limit: 2 }, ['11', '12']],
  ];
  for (const [request, days] of bounds) {
    it(`looks at the ${days.join(', ')} for ${JSON.stringify(request)}`, async () => {
      const { points, omitted } = await readHistory(twoWeeks().path, { ...ALL, ...request });
      assert.deepEqual(
        points.map(({ date }) => date.slice(8)),
        days,
      );
      assert.equal(omitted, request.limit ? 2 : 0);
    });
  }

  it('takes a tag whose name is a day for the tag', async () => {
    const repository = twoWeeks();
    repository.git(['tag', '2026-01-01', 'HEAD~1']);
    assert.deepEqual(
      (await told(repository, { since: '2026-01-01' })).map((line) => line.slice(8, 10)),
      ['11', '12'],
    );
  });

  const faults: readonly [what: string, request: Partial<MomentRequest>, message: RegExp][] = [
    ['an unknown revision', { since: 'v9' }, /^There is no revision v9; name a branch, a tag or a commit/u],
    ['a day that does not exist', { until: '2026-02-30' }, /^"2026-02-30" is not a date or a revision: --until takes YYYY-MM-DD/u],
    ['something that git would take for an option', { since: '--all' }, /^There is no revision --all/u],
    ['a stretch without commits', { since: '2027-01-01' }, /^There is no commit since 2027-01-01$/u],
    [
      'a stretch without tags',
      { every: 'tag', since: '2026-01-12' },
      /^There is no tag in the history since 2026-01-12: use --every week or --every commit$/u,
    ],
  ];
  for (const [what, request, message] of faults) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(told(twoWeeks(), request), { name: 'UserError', message });
    });
  }

  it('refuses a repository without tags, one without commits, and a folder that is none', async () => {
    const repository = make();
    await assert.rejects(told(repository), { name: 'UserError', message: /^There is no commit here yet/u });
    repository.commitOn('2026-01-05');
    await assert.rejects(told(repository, { every: 'tag' }), {
      name: 'UserError',
      message: /^There is no tag in the history of this branch: use --every week/u,
    });
    await assert.rejects(told(makeFolder()), { name: 'UserError', message: /is in no git repository/u });
  });

  it('counts what was merged when it came in', async () => {
    const repository = make();
    repository.commitOn('2026-01-05', { 'docs/a.md': DOCUMENT });
    repository.git(['checkout', '-q', '-b', 'work']);
    repository.commitOn('2026-01-06', { 'src/keep.ts': CODE });
    repository.git(['tag', 'on-branch']);
    repository.commitOn('2026-01-07', { 'test/keep.test.ts': TEST });
    repository.git(['checkout', '-q', 'main']);
    repository.commitOn('2026-01-08', { 'other.txt': '' });
    repository.on('2026-01-09', 'merge', '-q', '--no-edit', 'work');
    assert.deepEqual(await told(repository), ['2026-01-05 unmet 2', '2026-01-08 unmet 2', '2026-01-09 unmet 1 met 1']);
    assert.deepEqual(await told(repository, { every: 'tag' }), ['2026-01-06 unmet 1 partial 1']);
  });

  // @verifies RT-5.3/AC2~dd77d5
  it('holds waivers against the day of each commit', async () => {
    const repository = make();
    repository.commitOn('2026-01-05', {
      'docs/a.md': DOCUMENT,
      'src/a.ts': '// @waives REQ-1/AC1: later until 2026-01-10\n',
      'reqtrace.yaml': 'waivers:\n  - { ref: REQ-1/AC2, reason: later, until: 2026-01-12 }\n',
    });
    for (const day of ['2026-01-10', '2026-01-11', '2026-01-13', '2026-01-12']) repository.commitOn(day);
    assert.deepEqual(await told(repository), [
      '2026-01-05 waived 2',
      '2026-01-10 waived 2',
      '2026-01-11 unmet 1 waived 1',
      '2026-01-13 unmet 2',
      '2026-01-12 unmet 1 waived 1',
    ]);
  });

  // @verifies RT-5.3/AC2~dd77d5
  it('reads each commit under its own reqtrace.yaml, and says where that has errors', async () => {
    const repository = make();
    repository.commitOn('2026-01-05', { 'docs/a.md': DOCUMENT, 'src/keep.ts': CODE });
    repository.commitOn('2026-01-06', { 'reqtrace.yaml': 'needs: [implements]\n' });
    repository.commitOn('2026-01-07', { 'reqtrace.yaml': 'documents: [plans/**]\n' });
    repository.commitOn('2026-01-08', { 'reqtrace.yaml': 'needs: implements\n' });
    repository.commitOn('2026-01-09', { 'reqtrace.yaml': 'needs: [implements]\n' });
    const { points, notes } = await readHistory(repository.path, ALL);
    assert.deepEqual(points.map(brief), [
      '2026-01-05 unmet 1 partial 1',
      '2026-01-06 unmet 1 met 1',
      '2026-01-07',
      '2026-01-08 unmet 1 partial 1',
      '2026-01-09 unmet 1 met 1',
    ]);
    assert.deepEqual(
      points.map(({ configurationValid }) => configurationValid),
      [true, true, true, false, true],
    );
    assert.deepEqual(notes, [`reqtrace.yaml has errors at 1 of 5 revisions, first at ${points[3]?.name}; the defaults were used there`]);
  });

  it('reads each content once, whatever paths, moments and configurations it is read under', async () => {
    const repository = twoWeeks();
    repository.commitOn('2026-01-13', { 'src/keep.ts': CODE, 'docs/copy.ts': CODE });
    repository.commitOn('2026-01-14', { 'docs/a.md': null, 'docs/b.md': DOCUMENT });
    repository.commitOn('2026-01-15', { 'docs/b.md': null });
    repository.commitOn('2026-01-16', {
      'docs/a.md': DOCUMENT,
      'reqtrace.yaml': 'needs: [implements]\ndocuments: [docs/**]\nlabels: { Contract: CON }\n',
    });
    repository.commitOn('2026-01-17', { 'reqtrace.yaml': 'documents: [docs/**, src/**]\n', 'docs/code.md': CODE, 'docs/empty.ts': '' });
    repository.commitOn('2026-01-18', { 'reqtrace.yaml': 'needs: [implements]\ndocuments: [docs/**]\nlabels: { Contract: CON }\n' });
    const read: string[] = [];
    const { points } = await readHistory(repository.path, ALL, { onRead: (blob) => read.push(blob) });
    assert.deepEqual(read.toSorted(), [...new Set(read)].toSorted());
    assert.deepEqual(points.map(brief).slice(4), [
      '2026-01-13 unmet 1 met 1',
      '2026-01-14 unmet 1 met 1',
      '2026-01-15',
      '2026-01-16 unmet 1 met 1',
      '2026-01-17 unmet 1 partial 1',
      '2026-01-18 unmet 1 met 1',
    ]);
  });

  it('reads nothing a second time where facts are kept', async () => {
    const repository = twoWeeks();
    repository.commitOn('2026-01-13', { 'src/keep.ts': CODE, 'docs/copy.ts': CODE });
    const cacheFolder = make().path;
    const first = await readHistory(repository.path, ALL, { cacheFolder });
    assert.deepEqual(first, await readHistory(repository.path, ALL));
    const read: string[] = [];
    assert.deepEqual(await readHistory(repository.path, ALL, { cacheFolder, onRead: (blob) => read.push(blob) }), first);
    assert.deepEqual(read, []);
  });

  it('does not read code from before there was anything to trace to', async () => {
    const repository = make();
    repository.commitOn('2026-01-05', { 'src/old.ts': '// @implements REQ-1\n' });
    const old = repository.ask('rev-parse', 'HEAD:src/old.ts');
    repository.commitOn('2026-01-06', { 'src/old.ts': null, 'src/keep.ts': CODE });
    repository.commitOn('2026-01-07', { 'docs/a.md': DOCUMENT });
    const read: string[] = [];
    await readHistory(repository.path, ALL, { onRead: (blob) => read.push(blob) });
    assert.deepEqual(
      read.toSorted(),
      [repository.ask('rev-parse', 'HEAD:src/keep.ts'), repository.ask('rev-parse', 'HEAD:docs/a.md')].toSorted(),
    );
    assert.ok(!read.includes(old));
  });

  it('looks only at the workspace folder, also before it was there', async () => {
    const repository = make();
    repository.commitOn('2026-01-05', { 'docs/other.md': DOCUMENT });
    repository.commitOn('2026-01-06', { 'shop/docs/a.md': DOCUMENT, 'shop/src/keep.ts': CODE });
    assert.deepEqual(await told({ path: repository.at('shop') }), ['2026-01-05', '2026-01-06 unmet 1 partial 1']);
  });

  it('passes links and submodules over, and tells of submodules', async () => {
    const inner = make();
    inner.commitOn('2026-01-01', { 'docs/a.md': DOCUMENT });
    const repository = make();
    repository.commitOn('2026-01-05', { 'docs/a.md': DOCUMENT });
    symlinkSync('a.md', repository.at('docs/link.md'));
    repository.git(['submodule', 'add', '-q', inner.path, 'inner']);
    repository.commitOn('2026-01-06');
    const { points, notes } = await readHistory(repository.path, ALL);
    assert.deepEqual(points.map(brief), ['2026-01-05 unmet 2', '2026-01-06 unmet 2']);
    assert.deepEqual(notes, ['Submodules are other repositories and were not read: inner']);
  });

  describe('in a shallow clone', () => {
    const shallow = (depth: number) => {
      const clone = makeFolder();
      clone.git(['clone', '-q', `--depth=${depth}`, `file://${twoWeeks().path}`, 'clone']);
      return { path: clone.at('clone') };
    };

    it('says where the history ends', async () => {
      const { points, notes } = await readHistory(shallow(2).path, ALL);
      assert.deepEqual(points.map(brief), ['2026-01-11 unmet 1 met 1', '2026-01-12 unmet 1 partial 1']);
      assert.deepEqual(notes, [
        `This clone is shallow: its history ends at ${points[0]?.name} of 2026-01-11; fetch the rest, as with "git fetch --unshallow"`,
      ]);
    });

    it('says nothing where it has all that was asked for', async () => {
      assert.deepEqual((await readHistory(shallow(2).path, { ...ALL, since: '2026-01-12' })).notes, []);
      assert.deepEqual((await readHistory(shallow(4).path, ALL)).notes, []);
    });

    it('explains a revision that it does not have', async () => {
      await assert.rejects(told(shallow(2), { since: 'HEAD~3' }), { name: 'UserError', message: /this clone is shallow/u });
    });
  });

  it('survives clocks that stand before 1970 or far in the future', async () => {
    const repository = make();
    repository.commitOn('2026-01-05', { 'docs/a.md': DOCUMENT });
    repository.on('@99999999999999 +0000', 'commit', '-q', '--allow-empty', '-m', 'future');
    assert.deepEqual(await told(repository), ['2026-01-05 unmet 2', '9999-12-31 unmet 2']);
  });

  it('touches neither the working tree nor anything of git', async () => {
    const repository = twoWeeks();
    repository.write('docs/new.md', DOCUMENT);
    const before = repository.state();
    for (const every of ['commit', 'week', 'tag'] as const) await told(repository, { every });
    assert.deepEqual(repository.state(), before);
  });

  // @verifies RT-5.3/AC1~b49d31
  it('counts as an index of each commit alone does, after any series of changes', async function () {
    const repository = make();
    let seed = 7;
    const pick = <T>(choices: readonly T[]): T => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return choices[Math.floor((seed / 2_147_483_648) * choices.length)] as T;
    };
    const texts: Readonly<Record<string, readonly (string | null)[]>> = {
      'docs/a.md': [DOCUMENT, DOCUMENT.replace('Kept', 'Kept well'), `${DOCUMENT}- Third\n\n**Needs**: implements\n`, '# Nothing\n', null],
      'docs/b.md': [DOCUMENT.replace('REQ-1', 'FEAT-2'), `${DOCUMENT.replace('REQ-1', 'REQ-3')}\n**Covers**: REQ-1/AC2\n`, DOCUMENT, null],
      'plans/c.md': ['## CON-1: Contract\n\n- [ ] Signed\n', '## Contract 1: Signed\n', null],
      'src/a.ts': [
        CODE,
        '// @implements REQ-1/AC2~000000\nfunction b() {}\n',
        '// @req FEAT-2/AC1\n// @waives REQ-1/AC2: later until 2026-02-10\n',
        '// UTF-8\n',
        null,
      ],
      'src/b.ts': ['// @implements CON-1\n', CODE, '// @waives FEAT-2: never\n', '// @waives REQ-1/AC2: later until 2026-01-25\n', null],
      'test/a.test.ts': [TEST, "describe('FEAT-2', () => { it('AC1 works', () => {}); });\n", "it('CON-1 signs', () => {});\n", null],
      'reqtrace.yaml': [
        'needs: [implements]\n',
        'needs: 3\n',
        'labels: { Contract: CON }\n',
        'exclude: [src/b.ts]\ninherit: []\n',
        'waivers:\n  - { ref: REQ-1, reason: later, until: 2026-01-20 }\n',
        'documents: [docs/**]\n',
        null,
      ],
    };
    const present = new Map<string, string>();
    const commits: { when: string; files: Record<string, string | null> }[] = [];
    for (let day = 0; day < 40; day += 1) {
      const files: Record<string, string | null> = {};
      for (let change = 0; change < 2; change += 1) {
        const path = pick(Object.keys(texts));
        const text = pick(texts[path] ?? [null]);
        if (text === null && !present.delete(path)) continue;
        if (text !== null) present.set(path, text);
        files[path] = text;
      }
      commits.push({ when: new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString(), files });
    }
    repository.commitAll(commits);
    const { points } = await readHistory(repository.path, ALL);
    assert.equal(points.length, 40);
    const seen = new Set<string>();
    for (const { commit, date, counts } of points) {
      const { files } = await treeOf(repository.path, commit);
      const alone = await indexRevision(repository.path, files, { today: date });
      assert.deepEqual(counts, alone.index.counts(), `${date} ${commit}`);
      for (const status of HISTORY_STATUSES) if (counts[status]) seen.add(status);
    }
    assert.deepEqual([...seen].toSorted(), ['met', 'partial', 'stale', 'unmet', 'waived']);
  });
});
