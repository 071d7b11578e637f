import type { Random } from '../index/random.ts';
import { CODE, CONFIGURATIONS, DOCUMENTS, EVERY_FILE, REFERENCES } from './claims.ts';
import type { Claim } from './claims.ts';
import { CODE_PATHS, randomCode } from './code.ts';
import { randomNoise, randomWords } from './fragments.ts';
import { INDEXES, randomHistory } from './indexClaims.ts';
import { randomMarkdown } from './markdown.ts';
import { randomYaml } from './yaml.ts';

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
