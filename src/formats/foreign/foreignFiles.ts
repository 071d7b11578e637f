import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { GlobSet } from '../../text/patterns/globSet.ts';
import { FOREIGN_FORMATS } from './foreignFormats.ts';

const GLOBS = new GlobSet(FOREIGN_FORMATS.flatMap(({ globs }) => globs.map((glob) => [glob, glob] as const)));
const FORMATS = FOREIGN_FORMATS.map(({ name, sign, globs }) => ({
  name,
  sign,
  globs: new GlobSet(globs.map((glob) => [glob, name] as const)),
}));
/** What lies there is data for tests. */
const FIXTURE = /(?:^|\/)(?:fixtures?|__fixtures__|testdata|test-data)\//u;
const REASON = say('requirements in {0}, which ReqTrace does not read', '');
/** A format is looked for so far into a file, in characters. */
const HEAD = 400_000;

/** True for a path in a folder of data for tests, `test/fixtures/reqs/REQ001.yml`. */
export function isTestData(path: FilePath): boolean {
  return FIXTURE.test(path);
}

// @implements RT-1.2~a28795
/** The glob by which a file may hold requirements of a format that no notation reads: `**\/*.sdoc` for `docs/a.sdoc`. */
export function foreignGlob(path: FilePath): string | undefined {
  const glob = GLOBS.last(path)?.glob;
  return glob === undefined || isTestData(path) ? undefined : glob;
}

/** Why a file is not read that plainly holds requirements of such a format: `requirements in StrictDoc, which ReqTrace does not read`. */
export function foreignReason(path: FilePath, text: string): Message | undefined {
  const head = text.length > HEAD ? text.slice(0, HEAD) : text;
  const format = FORMATS.find(({ globs, sign }) => globs.last(path) !== undefined && sign.test(head));
  return format && { ...REASON, values: [format.name] };
}

/** True for a reason that `foreignReason` gave, also after it was kept on a disk. */
export function isForeignReason({ text }: Message): boolean {
  return text === REASON.text;
}
