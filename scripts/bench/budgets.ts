import type { KeyFigures } from './keys.ts';
import type { TreeFigures } from './measure.ts';
import type { PageFigures } from './page.ts';
import type { ReadingFigures } from './blockParse.ts';

/** One budget and how it came out. */
export interface Verdict {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
  readonly kept: boolean;
}

/** Smaller trees say more about the start of a program than about the work. */
const LARGE = 50_000;
/** How much longer a file of the largest tree may take than one of a smaller tree; the machine's own noise is in it. */
const GROWTH = 1.5;
/** Smallest tree that growth is measured from: below, fixed costs stand out. */
const GROWN_FROM = 10_000;

/** Holds figures to the budgets: times of the same run to each other, and milliseconds where a person waits. */
export function verdicts(trees: readonly TreeFigures[]): readonly Verdict[] {
  return [...trees.filter(({ files }) => files >= LARGE).flatMap(ofTree), ...ofGrowth(trees)];
}

/** Holds the report of 11,000 criteria to what a person waits for. */
export function pageVerdicts({ criteria, bytes, firstRows, search, sort, expand }: PageFigures): readonly Verdict[] {
  const at = `of ${criteria.toLocaleString('en')} criteria`;
  return [
    verdict(`HTML report ${at}`, bytes / 1e6, 5, 'MB'),
    verdict(`first rows of the report ${at}`, firstRows, 1000, 'ms'),
    verdict(`the first search in the report ${at}`, search, 1000, 'ms'),
    verdict(`sorting the report ${at}`, sort, 1000, 'ms'),
    verdict(`Expand all in the report ${at}`, expand, 500, 'ms'),
  ];
}

/** Holds a key in long documents to what nobody notices. */
export function keyVerdicts(keys: KeyFigures): readonly Verdict[] {
  return Object.entries(keys).map(([criteria, { p95 }]) =>
    verdict(`key in ${Number(criteria).toLocaleString('en')} criteria, p95, processor time`, p95, KEY_LIMITS[criteria] ?? Number.NaN, 'ms'),
  );
}

/** Holds reading documents to parsing their blocks, which any reader has to do. */
export function readingVerdicts({ extract, blockParse }: ReadingFigures): readonly Verdict[] {
  return [verdict('reading documents : parsing their blocks with markdown-it', extract / blockParse, READING_LIMIT, '×')];
}

/** What was reached; the aim was 3. */
const READING_LIMIT = 6;

/** By the criteria of the document, in milliseconds. */
const KEY_LIMITS: Readonly<Record<string, number>> = {
  // @verifies RT-10.1/AC13
  '200': 10,
  // @verifies RT-10.1/AC14
  '2000': 20,
  // @verifies RT-10.1/AC15
  '10000': 40,
};

function ofTree({ files, programs, engine, heapPerFile, editor, typing }: TreeFigures): Verdict[] {
  const cold = programs['check cold'] ?? Number.NaN;
  const at = `at ${files.toLocaleString('en')} files`;
  return [
    // @verifies RT-10.1/AC1~0637cd
    verdict(`cold index : git grep, ${at}`, cold / (programs['git grep'] ?? Number.NaN), 2, '×'),
    // @verifies RT-10.1/AC2~c37504
    verdict(`warm : cold, whole program, ${at}`, (programs['check warm'] ?? Number.NaN) / cold, 0.35, '×'),
    // @verifies RT-10.1/AC3~d7d83e
    verdict(`warm : cold, engine, ${at}`, engine.warm / engine.cold, 0.35, '×'),
    // @verifies RT-10.1/AC4~fd5a3e
    verdict(`one edit, p95, ${at}`, editor.edit.p95, 20, 'ms'),
    // @verifies RT-10.1/AC5~4c14e4
    verdict(`hover, p95, ${at}`, editor.hover.p95, 5, 'ms'),
    // @verifies RT-10.1/AC6~c8b442
    verdict(`definition, p95, ${at}`, editor.definition.p95, 5, 'ms'),
    // @verifies RT-10.1/AC7~dcf412
    verdict(`completion, p95, ${at}`, editor.completion.p95, 5, 'ms'),
    // @verifies RT-10.1/AC8~cc7485
    verdict(`completion in 5,000 lines, p95, ${at}`, editor.longInside.p95, 5, 'ms'),
    // @verifies RT-10.1/AC9~878050
    verdict(`completion outside annotations, p95, ${at}`, editor.longOutside.p95, 1, 'ms'),
    // @verifies RT-10.1/AC10~174b64
    verdict(`key to answer in 5,000 lines, p95, ${at}`, typing.key.p95, 16, 'ms'),
    // @verifies RT-10.1/AC11~a12a4a
    verdict(`heap per file, ${at}`, heapPerFile, 1024, 'bytes'),
  ];
}

function ofGrowth(trees: readonly TreeFigures[]): Verdict[] {
  const sorted = [...trees].sort((a, b) => a.files - b.files);
  const small = sorted.find(({ files }) => files >= GROWN_FROM * 0.9);
  const large = sorted.at(-1);
  if (!small || !large || large.files < small.files * 2) return [];
  const perFile = ({ engine, files }: TreeFigures): number => engine.cold / files;
  return [
    verdict(
      // @verifies RT-10.1/AC12~24a3df
      `time per file, ${large.files.toLocaleString('en')} files : ${small.files.toLocaleString('en')} files`,
      perFile(large) / perFile(small),
      GROWTH,
      '×',
    ),
  ];
}

/** `verdict('warm : cold', 0.3, 0.35, '×')` is kept. */
export function verdict(what: string, value: number, limit: number, unit: string): Verdict {
  return { what, value, limit, unit, kept: value <= limit };
}
