import { say } from '../../../model/message.ts';
import { inFolder } from '../../../text/paths.ts';
import { relativeTo } from '../project/knownProject.ts';
import type { Runner } from '../runner.ts';

/** Where options of a project stand; nothing on the command line takes one back. */
const SETTINGS = ['.rspec', '.rspec-local'];

/** Ends a dry run, wherever it is asked for: in a variable, in a file of the home folder or in code, and under whatever short form of its name. */
const NO_DRY_RUN = `RSpec::Core::Configuration.prepend(Module.new do
  def dry_run?
    abort 'reqtrace: RSpec is told to run no example and to call each of them passed (dry_run), so this run shows nothing' if super
    false
  end
end)
`;

/** RSpec. An example is chosen by any line of it, rows of a loop all together. */
export const rspec: Runner = {
  name: 'RSpec',
  select({ project, folder, tests, files, whole }) {
    const dry = SETTINGS.find((name) => /(?:^|\s)--dry-run(?=\s|$)/u.test(project.text(inFolder(folder, name)) ?? ''));
    if (dry !== undefined)
      return { refused: say('{0} has {1} run no test and call each of them passed, with {2}', dry, 'RSpec', '--dry-run') };
    const results = project.resultFile('.json');
    const helper = project.resultFile('.rb');
    const places = files.map((file) => {
      const lines = new Set(tests.filter(({ path }) => relativeTo(folder, path) === file).map(({ line }) => line));
      return whole ? file : [file, ...lines].join(':');
    });
    return {
      argv: [
        ...(project.has(inFolder(folder, 'Gemfile.lock')) ? ['bundle', 'exec'] : []),
        'rspec',
        '--require',
        helper,
        ...places,
        '--format',
        'progress',
        '--format',
        'json',
        '--out',
        results,
      ],
      result: { kind: 'file', path: results, as: 'rspec' },
      helper: { path: helper, text: NO_DRY_RUN },
    };
  },
};
