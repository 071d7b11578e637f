import type { GlobKey, WrittenGlob } from '../../model/writtenGlob.ts';
import { present } from '../carriers/yaml/yamlValue.ts';
import type { YamlValue } from '../carriers/yaml/yamlValue.ts';

/**
 * The globs of a configuration without errors that are to match something, with their places: of `documents: [spec/**]` one of `documents`. Those
 * that hold by default are not among them.
 */
export function writtenGlobs(fields: ReadonlyMap<string, YamlValue>): WrittenGlob[] {
  const evidence = present(fields.get('evidence'))?.fields(['results', 'coverage']);
  return [
    ...globsOf('documents', fields.get('documents')),
    ...globsOf('tests', testFiles(fields.get('tests'))),
    ...globsOf('evidence.results', evidence?.get('results')),
    ...globsOf('evidence.coverage', evidence?.get('coverage')),
  ];
}

function globsOf(key: GlobKey, list: YamlValue | undefined): WrittenGlob[] {
  return (
    present(list)?.listOf((entry) => {
      const value = entry.isText ? entry : entry.fields(['glob', 'steps', 'targets']).get('glob');
      const glob = value?.string();
      return value === undefined || glob === undefined ? undefined : { key, glob, range: value.range };
    }) ?? []
  );
}

/** The globs of `tests`, which may also hold commands. */
function testFiles(tests: YamlValue | undefined): YamlValue | undefined {
  return tests?.isMapping === true ? tests.fields(['files', 'run']).get('files') : tests;
}
