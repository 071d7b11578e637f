import type { Random } from '../index/random.ts';
import { CODE, CONFIGURATIONS, DOCUMENTS, EVERY_FILE, REFERENCES } from './claims.ts';
import type { Claim } from './claims.ts';
import { CODE_PATHS, randomCode } from './code.ts';
import { randomNoise, randomWords } from './fragments.ts';
import { INDEXES, randomHistory } from './indexClaims.ts';
import { randomMarkdown } from './markdown.ts';
import { randomYaml } from './yaml.ts';

const OPENSPEC_PATHS = ['openspec/specs/a/spec.md', 'openspec/changes/c/specs/a/spec.md', 'openspec/changes/c/tasks.md'];
const OPENSPEC_LINES = [
  '## Purpose',
  '## Requirements',
  '## ADDED Requirements',
  '## MODIFIED Requirements',
  '## REMOVED Requirements',
  '## RENAMED Requirements',
  '### Requirement: Boil',
  '###Requirement: `KET-1`: **x**',
  '#### Scenario: Filled',
  '- FROM: `### Requirement: Boil`',
  '- TO: `### Requirement: Heat`',
  '- [x] `a#boil`, [a#boil/filled, KET-1]',
  '```',
];

/** Markdown with lines between that mean something to OpenSpec. */
function randomOpenSpec(random: Random): string {
  return randomMarkdown(random)
    .split('\n')
    .flatMap((line) => (random.oneIn(2) ? [random.pick(OPENSPEC_LINES), line] : [line]))
    .join('\n');
}

/** A kind of text, how to make one, and what must hold of it. */
export interface Subject {
  readonly name: string;
  readonly paths: readonly string[];
  readonly make: (random: Random) => string;
  readonly claims: readonly Claim[];
  /** Texts of a short run. */
  readonly runs: number;
}

/** Everything that texts of strangers reach. */
export const SUBJECTS: readonly Subject[] = [
  { name: 'a requirement document', paths: ['docs/a.md'], make: randomMarkdown, claims: DOCUMENTS, runs: 120 },
  { name: 'other Markdown', paths: ['.github/a.md', 'a.mdx'], make: randomMarkdown, claims: EVERY_FILE, runs: 40 },
  { name: 'a document of OpenSpec', paths: OPENSPEC_PATHS, make: randomOpenSpec, claims: EVERY_FILE, runs: 60 },
  { name: 'code', paths: CODE_PATHS, make: randomCode, claims: CODE, runs: 12 },
  { name: 'a configuration', paths: ['reqtrace.yaml'], make: randomYaml, claims: CONFIGURATIONS, runs: 150 },
  {
    name: 'a text with references',
    paths: [''],
    make: (random) => (random.oneIn(3) ? randomNoise(random, 40) : randomWords(random, 20)),
    claims: REFERENCES,
    runs: 300,
  },
  { name: 'an index', paths: [''], make: randomHistory, claims: INDEXES, runs: 40 },
];
