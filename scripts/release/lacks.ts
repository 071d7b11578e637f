/** What is known of the state that is to be released. */
export interface ReleaseState {
  readonly version: string;
  readonly changelog: string;
  readonly readme: string;
  /** Address of the repository in package.json; without one the Marketplaces show no pictures. */
  readonly repository: string | undefined;
  /** Tags of git: `['v0.1.0']`. */
  readonly tags: readonly string[];
  /** What `git status --porcelain` prints. */
  readonly changed: string;
  /** Pictures and pages that a page leads to and git does not have: `README.md: media/a.png`. */
  readonly dead: readonly string[];
  /** The verdict of ReqTrace's gate on itself, by its exit code. */
  readonly gate: number;
  /** False where docs/self.html was another report. */
  readonly reportCurrent: boolean;
}

const MOST_WORDS = 900;

/** What a release still needs, a sentence each; nothing for a state that can be published: `['CHANGELOG.md has no heading "## 0.2.0"']`. */
export function lacksOf({ version, changelog, readme, repository, tags, changed, dead, gate, reportCurrent }: ReleaseState): string[] {
  const heading = changelog.split('\n').find((line) => line.startsWith('## ')) ?? '';
  const words = readme.split(/\s+/u).length;
  const lacks: readonly (readonly [isLacking: boolean, sentence: string])[] = [
    [!/^\d+\.\d+\.\d+$/u.test(version), `package.json has the version ${version}, which is not one of three numbers`],
    [
      !new RegExp(`^## ${version.replaceAll('.', String.raw`\.`)}(?: |$)`, 'u').test(heading),
      `the first heading of CHANGELOG.md is not "## ${version}"`,
    ],
    [/not released/u.test(heading), `CHANGELOG.md says "${heading}": put the day in place of the brackets`],
    [tags.includes(`v${version}`), `git has the tag v${version}: take another version`],
    [repository === undefined, 'package.json has no "repository": the Marketplaces show no pictures without one'],
    [words > MOST_WORDS, `README.md has ${words} words; ${MOST_WORDS} are the most`],
    ...dead.map((link) => [true, `a page leads to what git does not have: ${link}`] as const),
    [
      gate !== 0,
      gate === 1
        ? 'the gate of ReqTrace on itself does not hold: run npm run trace'
        : 'the gate of ReqTrace on itself cannot be decided: run npm test',
    ],
    [!reportCurrent, 'docs/self.html was another report and is written now: look at it and commit it'],
    [changed !== '', `not everything is committed:\n${changed.trimEnd().replaceAll(/^/gmu, '    ')}`],
  ];
  return lacks.flatMap(([isLacking, sentence]) => (isLacking ? [sentence] : []));
}

/** A report without what every run has of its own: commits and times. */
export function withoutRun(report: string): string {
  return report
    .replaceAll(/\b[0-9a-f]{7,40}\b/gu, 'COMMIT')
    .replaceAll(/\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z| UTC)?/gu, 'TIME')
    .replaceAll(/\b1\d{12}\b/gu, 'TIME');
}
