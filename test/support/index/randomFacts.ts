import assert from 'node:assert/strict';
import type { Configuration } from '../../../src/model/configuration.ts';
import type {
  Annotation,
  CriterionFacts,
  Declaration,
  FileFacts,
  Proposal,
  Reference,
  RequirementFacts,
} from '../../../src/model/facts.ts';
import { emptyFacts } from '../../../src/model/facts.ts';
import { say } from '../../../src/model/message.ts';
import { BUILT_IN_KINDS, declaredKind } from '../../../src/model/linkKind.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { annotation, code, configurationOf, criterion, declaration, document, indexOf, reference, requirement, waiver } from './build.ts';
import type { Random } from './random.ts';

const DOCUMENTS = [
  'docs/a.md',
  'docs/a.markdown',
  'docs/sub/a.md',
  'docs/b.md',
  'b.md',
  'docs/b c.md',
  'docs/plan.md',
  'docs/a/stories/x.md',
];
const CODE = ['src/a.ts', 'src/b.py', 'test/a.test.ts', 'README.md', 'reqtrace.yaml'];
const BARE = ['img/x.png', 'docs/sub/index.md', 'img/y.png', 'docs/guide/start.md'];
const IDS = ['IP-1.1', 'IP-1.2', 'IP-1.11', 'REQ-1', 'REQ-2', 'US-1', 'ZZ-1', 'EN-1', 'EM-1', 'goals', 'AC-US1-01'];
const PARTS = ['', '', '/AC1', '/AC2', '/AC3', '/AC-US1-01'];
const KEYS = ['docs/a', 'docs/a', 'b', 'docs/b.md', 'launch', 'docs/a.md'];
/** One of them is the key of a document as well. */
const NAMESPACES = ['docs', 'specs/x', 'docs/a'];
const LINKS = ['../img/x.png', 'a', './sub/', '/guide/start', '../../out', 'sub/index.html', 'b%20c', 'https://x.y', '#top', 'guide'];

/** Texts of the criteria, their pins, and a pin of nothing. */
const TEXTS = ['Text 0', 'Text 1', 'Text 2'];
const PINS = [...TEXTS.map((text) => pinOfCriterion(text)), 'ffffff'];

export const PATHS: readonly string[] = [...DOCUMENTS, ...CODE, ...BARE];

/** Facts of a file of that path, whatever kind of file it is. */
export function randomFacts(random: Random, path: string): FileFacts {
  if (BARE.includes(path)) return random.oneIn(2) ? emptyFacts(path, 'other') : emptyFacts(path, 'code');
  return DOCUMENTS.includes(path) ? randomDocument(random, path) : randomCode(random, path);
}

/** Configurations that differ in what the index itself heeds. */
export function randomConfiguration(random: Random): Configuration {
  return configurationOf({
    kinds: [...BUILT_IN_KINDS, declaredKind('unit', 'verifies', [])],
    needs: random.pick([['implements', 'verifies'], ['implements'], ['unit'], []]),
    needRules: random.pick([[], [{ prefix: 'REQ', kinds: ['verifies'] }], [{ when: { Status: 'Draft' }, kinds: [] }]]),
    levels: random.pick(['deep', 'deep', 'shallow']),
    inherit: random.pick([['implements'], ['implements', 'verifies'], []]),
    siteRoot: random.pick(['', 'docs']),
    ids: random.pick([[], [], ['ZZ-[0-9]']]),
    keys: random.pick([{}, {}, { EN: 'https://t.example/{key}' }]),
    severity: random.pick([{}, { 'unknown-reference': 'off' }, { 'unmet-criterion': 'error' }]),
  });
}

/** The same file with one small thing changed, as an edit does. */
export function edited(random: Random, facts: FileFacts): FileFacts {
  const [first, ...rest] = facts.requirements;
  if (first && random.oneIn(3)) return { ...facts, requirements: [reworded(random, first), ...rest] };
  if (first && random.oneIn(3)) return { ...facts, requirements: rest };
  if (first && random.oneIn(2)) return { ...facts, requirements: [{ ...first, title: `New ${random.below(3)}` }, ...rest] };
  if (first) return { ...facts, requirements: [...rest, first] };
  if (facts.annotations.length) return { ...facts, annotations: facts.annotations.slice(1) };
  return randomFacts(random, facts.path);
}

/** The same item with other words in its prose or in one criterion, as a key makes them. */
function reworded(random: Random, facts: RequirementFacts): RequirementFacts {
  const [criterion, ...others] = facts.criteria;
  if (!criterion || random.oneIn(3)) return { ...facts, text: `Words ${random.below(3)}` };
  return { ...facts, criteria: [{ ...criterion, text: random.pick(TEXTS), exempt: random.oneIn(6) }, ...others] };
}

function randomDocument(random: Random, path: string): FileFacts {
  const requirements = random.some(3, (at) => randomRequirement(random, at * 10));
  return document(path, requirements, {
    links: random.some(2, (at) => ({ target: random.pick(LINKS), range: rangeAt(50 + at, 0, 9) })),
    mentions: random.some(2, (at) => randomReference(random, 60 + at)),
    ...(random.oneIn(3) && { documentKey: random.pick(KEYS) }),
    ...(random.oneIn(8) && { needs: ['verifies'] as const }),
    ...(random.oneIn(5) && { namespace: random.pick(NAMESPACES) }),
    ...(random.oneIn(6) && { names: random.some(2, () => random.pick(CODE)) }),
    ...(random.oneIn(4) && { proposals: [randomProposal(random, 80), randomProposal(random, 81)] }),
    ...(random.oneIn(6) && { problems: [{ code: 'near-miss' as const, range: rangeAt(70, 0, 4), message: say('Nearly') }] }),
  });
}

function randomProposal(random: Random, line: number): Proposal {
  const id = random.pick(IDS);
  const written = { text: id, range: rangeAt(line, 4, 20), document: random.pick(NAMESPACES), id, notation: 'toy' };
  const kind = random.pick(['modified', 'removed', 'renamed'] as const);
  return {
    kind,
    change: random.pick(['add-x', 'drop-y']),
    reference: written,
    ...(kind === 'renamed' && { to: { name: 'New', id: random.pick(IDS) } }),
  };
}

function randomRequirement(random: Random, line: number): RequirementFacts {
  const criteria = random.some(3, (at) => randomCriterion(random, at, line));
  return requirement(random.pick(IDS), criteria, {
    line,
    covers: random.oneIn(2) ? random.some(2, (at) => randomReference(random, line + 5 + at)) : [],
    exempt: random.oneIn(12),
    ...(random.oneIn(10) && { needs: [] }),
    ...(random.oneIn(8) && { needs: random.pick([['dsn'], ['dsn', 'verifies'], ['unit']]) }),
    ...(random.oneIn(4) && { kind: 'dsn' }),
    ...(random.oneIn(4) && {
      planned: random.pick(['add-x', 'drop-y']),
      ...(random.oneIn(2) && { namespace: 'changes/x', amends: random.pick(NAMESPACES) }),
    }),
    ...(random.oneIn(4) && { aliases: [random.pick(IDS)] }),
    ...(random.oneIn(4) && { namespace: random.pick(NAMESPACES) }),
    ...(random.oneIn(3) && { place: { distance: random.below(3), ...(random.oneIn(2) && { byTitle: true as const }) } }),
    ...(random.oneIn(5) && { notation: 'toy', revision: random.pick(['1', '2']) }),
  });
}

function randomCriterion(random: Random, at: number, line: number): CriterionFacts {
  const id = random.oneIn(5) ? 'AC-US1-01' : `AC${at + 1}`;
  return criterion(id, line + at + 1, {
    text: random.pick(TEXTS),
    exempt: random.oneIn(12),
    ...(random.oneIn(4) && { aliases: [`AC${random.below(4)}`, random.pick(IDS)] }),
    ...(random.oneIn(2) && { claimed: random.oneIn(2), checkboxRange: rangeAt(line + at + 1, 2, 5) }),
  });
}

function randomCode(random: Random, path: string): FileFacts {
  return {
    ...code(path, ...random.some(5, (at) => randomAnnotation(random, at))),
    waivers: random.some(1, () => waiver(randomText(random), random.pick(['2026-11-20', '2026-11-21', undefined]), 20)),
    mentions: random.some(2, (at) => randomReference(random, 30 + at)),
  };
}

function randomAnnotation(random: Random, line: number): Annotation {
  const composed = random.oneIn(6);
  const made = annotation(random.pick(['implements', 'verifies', 'verifies', 'unit', 'plans', 'dsn']), randomText(random), line, {
    ...(random.oneIn(2) && { is: random.pick(['implements', 'verifies']) }),
    source: random.pick(['keyword', 'keyword', 'test-title', 'test-name', 'pattern']),
    ...(random.oneIn(2) && { declaration: randomDeclaration(random) }),
  });
  return composed ? { ...made, reference: { ...made.reference, composed } } : made;
}

/** A test or a function of those that random evidence speaks of. */
function randomDeclaration(random: Random): Declaration {
  const line = random.below(2);
  return {
    ...declaration(random.pick(['f()', 'g()']), line),
    ...(random.oneIn(2) && { lastLine: line + 2 }),
    ...(random.oneIn(4) && { within: ['class G'] }),
  };
}

function randomReference(random: Random, line: number): Reference {
  return {
    ...reference(randomText(random), line),
    ...(random.oneIn(6) && { notation: 'toy' }),
    ...(random.oneIn(6) && { scope: random.pick(NAMESPACES) }),
    ...(random.oneIn(8) && { between: true }),
  };
}

function randomText(random: Random): string {
  const slug = random.oneIn(8);
  const owner = slug || random.oneIn(4) ? `${random.pick(['a', 'docs/a', 'b', 'sub/a', 'launch', 'a.md'])}#` : '';
  const id = slug ? 'goals' : random.pick(IDS.filter((name) => name !== 'goals'));
  const pin = random.oneIn(4) ? `~${random.pick(PINS)}` : '';
  return `${owner}${id}${random.pick(PARTS)}${pin}`;
}

function pinOfCriterion(text: string): string {
  const index = indexOf([document('a.md', [requirement('IP-1', [criterion('AC1', 1, { text })])])]);
  const item = index.item('a#IP-1/AC1');
  assert.ok(item);
  return index.pin(item);
}
