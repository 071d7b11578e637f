import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import { emptyFacts } from '../../../src/model/facts.ts';
import type { FilePath } from '../../../src/model/position.ts';
import { decode } from '../../../src/workspace/files/fileContent.ts';
import { readBytes } from '../../../src/workspace/files/readFile.ts';
import { FileScanner } from '../../../src/workspace/scan/fileScanner.ts';
import type { Scanned } from '../../../src/workspace/scan/scanned.ts';
import { scannedFacts } from '../../../src/workspace/scan/scannedFacts.ts';
import { folders } from '../../support/workspace/folder.ts';
import type { Folder } from '../../support/workspace/folder.ts';

const make = folders();

/** What became of each file, and which of them were read in full. */
function scanAll(folder: Folder, paths: readonly FilePath[], configuration: Configuration, known?: readonly string[]) {
  const extractor = createExtractor(configuration);
  const read: FilePath[] = [];
  const scanner = new FileScanner(folder.path, {
    ...extractor,
    extract: (path, text) => {
      read.push(path);
      return extractor.extract(path, text);
    },
  });
  const scanned = new Map<FilePath, Scanned>();
  for (const path of paths) scanned.set(path, scanner.scan(path, extractor.roleOf(path), known && new Set(known)).scanned);
  return { scanned, read, extractor };
}

describe('FileScanner', () => {
  const files = {
    'empty.ts': '',
    'pattern.ts': '// Implements: REQ-1\n',
    'keyword.ts': '// @implements REQ-1\n',
    'mention.ts': '// as REQ-1 says\n',
    'noise.ts': '// UTF-8\n',
    'plain.unknown': 'Implements REQ-1 @implements REQ-1',
    'pattern.unknown': 'Implements: REQ-1',
    'own.ts': '// HLR_1\n',
    'wide.unknown': Buffer.from('\uFEFFwide', 'utf16le'),
    'binary.unknown': Buffer.from('Implements: REQ-1\0'),
  };
  const paths = Object.keys(files);
  const annotations = [{ pattern: 'Implements: (?<ref>[A-Z]+-[0-9.]+)', kind: 'implements' }] as const;
  const cases: readonly (readonly [why: string, configuration: Configuration, read: readonly string[]])[] = [
    ['the default configuration', DEFAULT_CONFIGURATION, ['pattern.ts', 'keyword.ts', 'mention.ts']],
    [
      'a pattern for annotations',
      { ...DEFAULT_CONFIGURATION, annotations },
      ['pattern.ts', 'keyword.ts', 'mention.ts', 'pattern.unknown', 'wide.unknown'],
    ],
    ['a pattern for ids', { ...DEFAULT_CONFIGURATION, ids: ['HLR_[0-9]+'] }, ['pattern.ts', 'keyword.ts', 'mention.ts', 'own.ts']],
    [
      'a pattern of which nothing is known',
      { ...DEFAULT_CONFIGURATION, annotations: [{ pattern: String.raw`(?<ref>\w+)`, kind: 'implements' }] },
      paths.filter((path) => path !== 'binary.unknown'),
    ],
  ];
  for (const [why, configuration, expected] of cases) {
    it(`reads in full what may say something, with ${why}`, () => {
      const code = paths.filter((path) => createExtractor(configuration).roleOf(path) !== 'other');
      assert.deepEqual(scanAll(make(files), code, configuration, ['REQ']).read, expected);
    });
  }

  it('gives the facts of reading everything, whatever the patterns', () => {
    let seed = 11;
    const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const pick = (list: readonly string[]): string => list[next(list.length)] ?? '';
    const words = [
      'Implements: ',
      'meets ',
      '[',
      ']',
      '@implements ',
      'REQ-1',
      'HLR_2',
      'SRS-3a',
      'IP-1/AC2',
      ' ',
      ', ',
      '\n',
      'é',
      '~3f2a9c',
    ];
    const marks = ['Implements: ', '[Ii]mplements:?\\s*', '(?:covers|meets)\\s+', '\\[', '', '(?:@|#)?req: ', '\\u0049mplements: '];
    const ids = ['HLR_[0-9]+', '[A-Z]+-[0-9]+[a-z]?', '(?:SRS|HLR)[-_][0-9]+a?', 'IP[0-9]|\\d\\.\\d'];
    let unread = 0;
    for (let round = 0; round < 40; round += 1) {
      const configuration: Configuration = {
        ...DEFAULT_CONFIGURATION,
        ids: ids.filter(() => next(3) === 0),
        annotations: marks.filter(() => next(4) === 0).map((mark) => ({ pattern: `${mark}(?<ref>[A-Z]\\S+)`, kind: 'implements' })),
      };
      const some = (): string => Array.from({ length: 3 }, () => pick(words)).join('');
      const texts: Record<string, string | Buffer> = {};
      for (const name of ['a.ts', 'b.test.ts', 'test_c.py', 'd.unknown', 'e.js', 'f.ts', 'g.unknown'])
        texts[name] = pick(['', '// ', '/* ', 'it("', 'def test_']) + some();
      texts['e.js'] = `/* ${some()} */${'f(1);'.repeat(20_000)}`;
      texts['f.ts'] = Buffer.from(`\uFEFF// ${some()}`, next(2) === 0 ? 'utf16le' : 'utf8');
      texts['g.unknown'] = Buffer.from(some(), 'latin1');
      const folder = make(texts);
      const names = Object.keys(texts).filter((path) => createExtractor(configuration).roleOf(path) !== 'other');
      const { scanned, read, extractor } = scanAll(folder, names, configuration);
      unread += names.length - read.length;
      for (const path of names) {
        const bytes = readBytes(folder.at(path));
        const content = bytes.kind === 'bytes' ? decode(bytes.bytes) : bytes;
        assert.ok(content.kind === 'text');
        const role = extractor.roleOf(path);
        const is = scanned.get(path);
        const expected = extractor.extract(path, content.text);
        // Facts that say nothing are not handed over.
        assert.deepEqual(is && scannedFacts(path, role, is), expected, `${path}: ${JSON.stringify(content.text.slice(0, 200))}`);
        if (is?.kind === 'nothing') assert.deepEqual(expected, emptyFacts(path, role));
      }
    }
    assert.ok(unread > 25, `enough files are not read: ${unread}`);
  });
});
