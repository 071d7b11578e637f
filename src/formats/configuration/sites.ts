import type { Configuration } from '../../model/configuration.ts';
import type { GeneratorName, WrittenSite } from '../../model/site.ts';
import { say } from '../../model/message.ts';
import { present } from '../carriers/yaml/yamlValue.ts';
import type { YamlValue } from '../carriers/yaml/yamlValue.ts';
import { GENERATORS } from '../sites/registry.ts';

/** What `site:` of reqtrace.yaml may name. */
const GENERATOR_NAMES: readonly GeneratorName[] = GENERATORS.map(({ name }) => name);

/** `site: none`, `site: jekyll`, `site: { generator: mkdocs, folder: docs, base: /x }`, or a list of these. */
export function readSites(value: YamlValue, readFolder: (value: YamlValue) => string | undefined): Pick<Configuration, 'site'> {
  if (value.isText) {
    const word = value.word(['none', ...GENERATOR_NAMES]);
    if (word === 'none') return { site: word };
    return word === undefined ? {} : { site: [{ generator: word }] };
  }
  if (!value.isMapping) return { site: value.listOf((entry) => readSite(entry, readFolder)) };
  const site = readSite(value, readFolder);
  return site ? { site: [site] } : {};
}

function readSite(value: YamlValue, readFolder: (value: YamlValue) => string | undefined): WrittenSite | undefined {
  if (value.isText) {
    const word = value.word(GENERATOR_NAMES);
    return word && { generator: word };
  }
  const fields = value.fields(['generator', 'folder', 'base']);
  const named = present(fields.get('generator'));
  if (!named) return value.fail(say('needs a generator, such as jekyll'));
  const generator = named.word(GENERATOR_NAMES);
  const folder = present(fields.get('folder'));
  const base = present(fields.get('base'));
  const at = folder && readFolder(folder);
  const written = base?.string();
  const prefix = written === undefined ? undefined : `/${written.replace(/^\/+|\/+$/gu, '')}`.replace(/^\/$/u, '');
  return generator && { generator, ...(at !== undefined && { folder: at }), ...(prefix !== undefined && { base: prefix }) };
}
