import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A public set: requirements, artefacts, and which of these people say belong to which. */
export interface TraceSet {
  readonly name: string;
  readonly requirements: ReadonlyMap<string, string>;
  /** Text by the name of its file, `DBTag.java`. */
  readonly files: ReadonlyMap<string, string>;
  /** Files of each requirement that has any. */
  readonly answers: ReadonlyMap<string, ReadonlySet<string>>;
}

type Loader = (folder: string) => Omit<TraceSet, 'name'>;

const FTLR = 'finegrained-traceability';
const CLINIC = 'trace-link-recovery-study/data/EasyClinic/EasyClinicDataset';

/** The sets by name, each with the folder that has it below the one that the bench is given, named like its repository. */
const SETS: Readonly<Record<string, { readonly at: string; readonly load: Loader }>> = {
  eTour: { at: `${FTLR}/datasets/eTour`, load: (at) => finegrained(at, 'req', 'code', 'etour_solution_links_english.txt') },
  'LibEST code': { at: `${FTLR}/datasets/LibEST`, load: (at) => finegrained(at, 'req', 'code', 'req_to_code_ground.txt') },
  'LibEST tests': { at: 'TRIAD/dataset/libest', load: libestTests },
  eAnci: { at: `${FTLR}/datasets/eANCI`, load: (at) => finegrained(at, 'trans_req', 'trans_code', 'eanci_solution_links.txt') },
  EBT: { at: 'TRIAD/dataset/ebt', load: eventBased },
  'EasyClinic classes': { at: CLINIC, load: (at) => clinic(at, 'CC') },
  'EasyClinic tests': { at: CLINIC, load: (at) => clinic(at, 'TC') },
  Maven: { at: 'TAROT/dataset/maven', load: tarot },
  Seam2: { at: 'TAROT/dataset/seam', load: tarot },
  Groovy: { at: 'TAROT/dataset/groovy', load: tarot },
  Drools: { at: 'TAROT/dataset/drools', load: tarot },
};

/** Reads those of the sets that are below a folder, and says which are not. */
export function loadSets(folder: string): { readonly sets: readonly TraceSet[]; readonly missing: readonly string[] } {
  const sets: TraceSet[] = [];
  const missing: string[] = [];
  for (const [name, { at, load }] of Object.entries(SETS)) {
    const place = path.join(folder, at);
    if (existsSync(place)) sets.push({ name, ...load(place) });
    else missing.push(`${name} (${at})`);
  }
  return { sets, missing };
}

function finegrained(at: string, requirements: string, code: string, gold: string): Omit<TraceSet, 'name'> {
  return {
    requirements: textsBelow(path.join(at, requirements)),
    files: textsBelow(path.join(at, code)),
    answers: answersOf(lines(path.join(at, gold)).map((line) => line.split(':').map((part) => part.trim()))),
  };
}

function clinic(at: string, kind: 'CC' | 'TC'): Omit<TraceSet, 'name'> {
  return {
    requirements: textsBelow(path.join(at, 'docs_english/UC')),
    files: textsBelow(path.join(at, 'docs_english', kind)),
    answers: answersOf(lines(path.join(at, `oracle/UC_${kind}.txt`)).map((line) => line.split(':').map((part) => part.trim()))),
  };
}

function libestTests(at: string): Omit<TraceSet, 'name'> {
  const originals = path.join(at, 'originals');
  const requirements = new Map(
    [...textsBelow(path.join(originals, 'requirements'))].map(([name, text]) => [name.replace('.txt', ''), text]),
  );
  return { requirements, files: textsBelow(path.join(originals, 'test')), answers: pairs(path.join(at, 'trace_matrices/req-test.txt')) };
}

/** The code of this set is kept in pieces: one text for each class. */
function eventBased(at: string): Omit<TraceSet, 'name'> {
  const rows = lines(path.join(at, 'unprocessed/req/requirements.csv')).slice(1);
  const requirements = new Map(rows.map((row) => [row.slice(0, row.indexOf(',')), row.slice(row.indexOf(',') + 1)]));
  const answers = pairs(path.join(at, 'trace_matrices/req-code.txt'));
  return {
    requirements,
    files: textsBelow(path.join(at, 'originals/CC')),
    answers: new Map([...answers].map(([requirement, files]) => [requirement, new Set([...files].map((file) => `${file}.txt`))])),
  };
}

/** Issues of a tracker: their keys, which commits repeat, are taken out. */
function tarot(at: string): Omit<TraceSet, 'name'> {
  const summaries = textsBelow(path.join(at, 'unprocessed/req/summary'));
  const descriptions = textsBelow(path.join(at, 'unprocessed/req/description'));
  const requirements = new Map(
    [...summaries].map(([name, text]) => [
      name.replace('.txt', ''),
      `${text}\n${descriptions.get(name) ?? ''}`.replaceAll(/\b[A-Z][A-Z\d]+-\d+\b/gu, ' '),
    ]),
  );
  const classes = new Set(readdirSync(path.join(at, 'unprocessed/code/part/class_name')).map((name) => name.replace(/\.txt$/u, '.java')));
  const all = textsBelow(path.join(at, 'unprocessed/code/src'));
  const found = pairs(path.join(at, 'rtm/RTM_CLASS.txt'));
  return {
    requirements,
    files: new Map([...all].filter(([name]) => classes.has(name))),
    answers: new Map([...found].map(([requirement, files]) => [requirement, new Set([...files].map((file) => `${file}.java`))])),
  };
}

function lines(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '');
}

function textsBelow(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry): [string, string] => [entry.name, readFileSync(path.join(entry.parentPath, entry.name), 'latin1')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function pairs(file: string): ReadonlyMap<string, ReadonlySet<string>> {
  return answersOf(lines(file).map((line) => line.trim().split(/\s+/u).slice(0, 2)));
}

function answersOf(rows: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const answers = new Map<string, Set<string>>();
  for (const [requirement = '', files = ''] of rows)
    for (const file of files.split(/\s+/u).filter(Boolean))
      answers.set(requirement, (answers.get(requirement) ?? new Set<string>()).add(file));
  return answers;
}
