import type { IndexView } from '../../index/view.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { extensionOf, folderOf } from '../../text/paths.ts';
import type { Proposal } from './proposal.ts';

/** Notations that are read on request only, and whose files are there: feature files, which most teams have as tests. */
export function notationsOnRequest(view: IndexView): Proposal[] {
  const isOn = new Set(view.notations.map(({ name }) => name));
  const features = [...view.files.keys()].filter((path) => path.endsWith('.feature')).length;
  if (features === 0 || isOn.has('gherkin')) return [];
  return [
    {
      id: 'notations:gherkin',
      title: say('notations: {0}', 'gherkin'),
      reason: say(
        'Feature files, which are read as tests: {0}. Chosen, their scenarios are criteria too; only you know whether they are meant so',
        String(features),
      ),
      settings: [{ kind: 'list', key: 'notations', entries: [...new Set([...view.configuration.notations, 'gherkin'])] }],
      picked: false,
    },
  ];
}

const LEVELS: readonly { readonly name: string; readonly folders: RegExp; readonly usual: string }[] = [
  { name: 'unit', folders: /^units?$/iu, usual: '**/unit/**' },
  { name: 'integration', folders: /^(?:integrations?|it|e2e|end-to-end|acceptance)$/iu, usual: '**/integration/**' },
  { name: 'performance', folders: /^(?:perf|performance|load|bench|benchmarks?|stress)$/iu, usual: '**/performance/**' },
  { name: 'security', folders: /^(?:security|sec|pentest)$/iu, usual: '**/security/**' },
];

/** Needs for each level of test, by the folders that the tests are in; a template where there are none. */
export function testLevels(view: IndexView): Proposal[] {
  const tests = [...view.files].flatMap(([path, role]) => (role === 'test' ? [folderOf(path).split('/')] : []));
  const found = LEVELS.flatMap(({ name, folders }) => {
    const globs = new Set(tests.flatMap((names) => names.filter((one) => folders.test(one)).map((one) => `**/${one}/**`)));
    return globs.size > 0 ? [{ name, globs: [...globs].toSorted() }] : [];
  });
  if (view.configuration.kinds.some(({ name }) => LEVELS.some((level) => level.name === name))) return [];
  const levels = found.length > 0 ? found : LEVELS.map(({ name, usual }) => ({ name, globs: [usual] }));
  const names = levels.map(({ name }) => name);
  return [
    {
      id: 'needs:levels',
      title: say('needs: {0}', ['implements', ...names].join(', ')),
      reason:
        found.length > 0
          ? say(
              'Template: each criterion needs a test of each level; tests lie in folders of that name. It asks for more than is asked now',
            )
          : say('Template: each criterion needs a test of each level. No test is in a folder with such a name yet'),
      settings: [
        {
          kind: 'list',
          key: 'kinds',
          entries: levels.map(
            ({ name, globs }) => `{ name: ${name}, is: verifies, tests: [${globs.map((glob) => JSON.stringify(glob)).join(', ')}] }`,
          ),
        },
        { kind: 'list', key: 'needs', entries: ['implements', ...names] },
      ],
      picked: false,
    },
  ];
}

/** Folders of samples of reports, of which nothing is to be learned about the project. */
const SAMPLES = /(?:^|\/)(?:fixtures?|__fixtures__|testdata|test-data|samples?|examples?|node_modules|vendor|third_party)\//iu;

/** Where reports lie that are not found in the usual places; what is found there is kept. */
export function evidencePlaces(
  found: { readonly results: readonly FilePath[]; readonly coverage: readonly FilePath[] },
  known: { readonly results: readonly FilePath[]; readonly coverage: readonly FilePath[] },
): Proposal[] {
  const fresh = (key: 'results' | 'coverage'): readonly FilePath[] =>
    found[key].filter((path) => !known[key].includes(path) && !SAMPLES.test(path));
  const results = fresh('results');
  const coverage = fresh('coverage');
  const [first] = [...results, ...coverage];
  if (first === undefined) return [];
  const globs = (paths: readonly FilePath[], kept: readonly FilePath[]): readonly string[] =>
    paths.length > 0 ? [...new Set([...kept, ...paths].map(globFor))].toSorted() : [];
  return [
    {
      id: 'evidence',
      title: say('evidence: {0}', [...new Set([...results, ...coverage].map(globFor))].join(', ')),
      reason: say('Reports where none is looked for: {0}, the first of them {1}', String(results.length + coverage.length), first),
      settings: [{ kind: 'evidence', results: globs(results, known.results), coverage: globs(coverage, known.coverage) }],
      picked: true,
    },
  ];
}

function globFor(path: FilePath): string {
  const folder = folderOf(path);
  return folder === '' ? path : `${folder}/*.${extensionOf(path)}`;
}
