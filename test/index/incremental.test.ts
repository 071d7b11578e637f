import assert from 'node:assert/strict';
import type { Evidence } from '../../src/model/evidence.ts';
import { NO_EVIDENCE } from '../../src/model/evidence.ts';
import type { FileFacts } from '../../src/model/facts.ts';
import { TraceIndex } from '../../src/index/traceIndex.ts';
import type { IndexOptions } from '../../src/index/indexState.ts';
import type { FileChange, IndexChange } from '../../src/index/view.ts';
import { configurationOf, TODAY } from '../support/index/build.ts';
import { sized } from '../support/size.ts';
import { Random } from '../support/index/random.ts';
import { changedEvidence } from '../support/index/randomEvidence.ts';
import { edited, PATHS, randomConfiguration, randomFacts } from '../support/index/randomFacts.ts';

interface Picture {
  readonly files: readonly { readonly path: string }[];
  readonly items: readonly { readonly key: string }[];
}

describe('an index that takes changes one by one', () => {
  for (let seed = 1; seed <= sized(5, 24); seed += 1) {
    // @verifies RT-4.1/AC6~c224cc
    it(`equals one built at once, and tells all that changed (seed ${seed})`, () => {
      const random = new Random(seed);
      let options: IndexOptions = { configuration: configurationOf(), today: TODAY };
      let evidence = NO_EVIDENCE;
      const files = new Map<string, FileFacts>();
      const index = new TraceIndex(options);
      let before = index.snapshot() as Picture;
      for (let step = 0; step < 60; step += 1) {
        const retested = random.oneIn(4);
        const changes = step === 0 || retested ? [] : randomChanges(random, files);
        if (retested) evidence = changedEvidence(random, evidence);
        for (const { path, facts } of changes) {
          if (facts) files.set(path, facts);
          else files.delete(path);
        }
        const reconfigured = !retested && random.oneIn(15);
        if (reconfigured) {
          options = { configuration: randomConfiguration(random), today: random.pick([TODAY, '2026-11-22']) };
        }
        const update = (): IndexChange =>
          reconfigured ? index.configure(options, changes) : (random.oneIn(3) ? checkedLater : checkedNow)(index, changes);
        const change = retested ? index.setEvidence(evidence) : update();
        const after = index.snapshot() as Picture;
        const where = `seed ${seed}, step ${step}`;
        assert.deepEqual(after, rebuilt(options, random, files, evidence), where);
        assertCovered(change, before, after, where);
        before = after;
      }
    });
  }
});

const checkedNow = (index: TraceIndex, changes: readonly FileChange[]): IndexChange => index.update(changes);

/** The findings of some files are made one by one. */
function checkedLater(index: TraceIndex, changes: readonly FileChange[]): IndexChange {
  const told = [index.update(changes, 'later')];
  for (let checked = index.checkNext(); checked; checked = index.checkNext()) told.push(checked);
  return {
    changedFiles: new Set(told.flatMap(({ changedFiles }) => [...changedFiles])),
    changedItems: new Set(told.flatMap(({ changedItems }) => [...changedItems])),
  };
}

/** Edits, additions, removals and renames; sometimes several at once, sometimes one file twice. */
function randomChanges(random: Random, files: ReadonlyMap<string, FileFacts>): FileChange[] {
  const changes: FileChange[] = [];
  for (let count = random.oneIn(5) ? 6 : 1; count > 0; count -= 1) {
    const path = random.pick(PATHS);
    const known = files.get(path);
    const what = known ? random.pick(['edit', 'edit', 'remove', 'rename', 'replace']) : 'replace';
    if (known && what === 'edit') changes.push({ path, facts: edited(random, known) });
    else if (known && what === 'rename') {
      const to = random.pick(PATHS);
      changes.push({ path, facts: undefined }, { path: to, facts: { ...known, path: to } });
    } else changes.push({ path, facts: what === 'remove' ? undefined : randomFacts(random, path) });
  }
  return changes;
}

/** Built from scratch, the files in some other order and in parcels. */
function rebuilt(options: IndexOptions, random: Random, files: ReadonlyMap<string, FileFacts>, evidence: Evidence): unknown {
  const changes = Array.from(files, ([path, facts]) => ({ path, facts: structuredClone(facts) }));
  const cut = random.below(changes.length + 1);
  const index = new TraceIndex(options);
  const early = random.oneIn(2);
  // Every file may be known by its name alone, before it is known what it says.
  if (random.oneIn(2)) index.begin(new Map(Array.from(files, ([path, { role }]) => [path, role])));
  if (early) index.setEvidence(structuredClone(evidence));
  index.update([...changes.slice(cut), ...changes.slice(0, cut)].toReversed());
  if (!early) index.setEvidence(structuredClone(evidence));
  return index.snapshot();
}

function assertCovered(change: IndexChange, before: Picture, after: Picture, where: string): void {
  const files = differing(before.files, after.files, ({ path }) => path);
  const items = differing(before.items, after.items, ({ key }) => key);
  assert.deepEqual(
    files.filter((path) => !change.changedFiles.has(path)),
    [],
    `changed files, ${where}`,
  );
  // References to an item are told by the files that hold them.
  assert.deepEqual(
    items.filter((key) => !change.changedItems.has(key)),
    [],
    `changed items, ${where}`,
  );
}

function differing<Value extends object>(before: readonly Value[], after: readonly Value[], name: (value: Value) => string): string[] {
  const text = (value: Value) => JSON.stringify({ ...value, references: undefined, reference: undefined, ...keptReferences(value) });
  const old = new Map(before.map((value) => [name(value), text(value)]));
  const now = new Map(after.map((value) => [name(value), text(value)]));
  return [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key));
}

/** A file's own references count for it; those that point at an item count for the files that hold them. */
function keptReferences(value: object): object {
  return 'path' in value && 'findings' in value && 'references' in value ? { references: value.references } : {};
}
