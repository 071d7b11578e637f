import type { TestCommand } from '../../model/configuration.ts';
import { say } from '../../model/message.ts';
import { present } from '../carriers/yaml/yamlValue.ts';
import type { YamlValue } from '../carriers/yaml/yamlValue.ts';

/** Far more than any project has runners. */
const MAX_COMMANDS = 50;

/**
 * Reads `tests: run:`, by glob: `run: [{ files: [e2e/**], command: [npx, wdio, --spec, "{file}"], results: out/junit.xml }]`. A command is a list of arguments, since no shell ever
 * sees it.
 */
export function readTestCommands(
  value: YamlValue,
  readGlobs: (value: YamlValue) => string[],
  readFolder: (value: YamlValue) => string | undefined,
): readonly TestCommand[] {
  const commands = value.listOf((entry) => readOne(entry, readGlobs, readFolder));
  if (commands.length > MAX_COMMANDS) value.fail(say('must not have more than {0} commands', MAX_COMMANDS));
  return commands;
}

function readOne(
  entry: YamlValue,
  readGlobs: (value: YamlValue) => string[],
  readFolder: (value: YamlValue) => string | undefined,
): TestCommand | undefined {
  const fields = entry.fields(['files', 'command', 'folder', 'results']);
  const files = present(fields.get('files'));
  const command = present(fields.get('command'));
  const folder = present(fields.get('folder'));
  const results = present(fields.get('results'));
  if (!files) return entry.fail(say('needs files: globs of the tests that it runs, such as [e2e/**]'));
  if (!command) return entry.fail(say('needs a command: a list of arguments, such as [npx, wdio, --spec, "{file}"]'));
  const globs = readGlobs(files);
  const words = command.listOf((word) => word.string());
  const base = folder ? readFolder(folder) : '';
  const place = results?.string();
  const inside = results === undefined || place === '-' ? place : readFolder(results);
  if (words.length === 0) return command.fail(say('must not be empty'));
  if (results === undefined && !words.some((word) => word.includes('{results}')))
    return entry.fail(say('needs results: the file that it writes, unless its command has a place {0} for it', '{results}'));
  if (base === undefined || (results !== undefined && inside === undefined)) return undefined;
  return { files: globs, command: words, folder: base, ...(inside !== undefined && { results: inside }) };
}
