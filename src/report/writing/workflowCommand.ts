/** As `@actions/core` does it: what would end the command or begin the next one is percent-encoded. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The same for a value before the message, where a comma and a colon have a meaning too. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A workflow command, and what GitHub counts it as: `error`, `warning` or `notice`. */
export interface LevelledCommand {
  readonly level: string;
  readonly command: string;
}

/** GitHub shows ten annotations of a level for each step, and says nothing of the others. */
const MOST_SHOWN = 10;

/** The commands, one a line, in their order: of a level that has more than GitHub shows the first nine, and one that counts the others. */
export function fewPerLevel(commands: readonly LevelledCommand[]): string {
  const levels = [...new Set(commands.map(({ level }) => level))];
  return levels
    .flatMap((level) => {
      const all = commands.filter((each) => each.level === level).map(({ command }) => command);
      if (all.length <= MOST_SHOWN) return all;
      const left = all.length - (MOST_SHOWN - 1);
      return [...all.slice(0, MOST_SHOWN - 1), `::${level} title=reqtrace::and ${left} more, which the log and the report have`];
    })
    .map((line) => `${line}\n`)
    .join('');
}
