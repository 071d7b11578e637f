import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { extensionOf, folderOf, inFolder } from '../../text/paths.ts';
import { foldersAround, nearestWith } from './project/knownProject.ts';
import type { KnownProject } from './project/knownProject.ts';
import { detectJavaScript } from './detectJavaScript.ts';
import { installed, packagesAround } from './project/packageJson.ts';
import { scriptOf } from './project/script.ts';
import type { Detected, Runner } from './runner.ts';
import { bats } from './runners/bats.ts';
import { cargo } from './runners/cargo.ts';
import { ctest } from './runners/ctest.ts';
import { cucumber } from './runners/cucumber.ts';
import { dotnet } from './runners/dotnet.ts';
import { go } from './runners/go.ts';
import { GRADLE_FILES, gradle } from './runners/gradle.ts';
import { outermostWith } from './runners/jvm.ts';
import { maven } from './runners/maven.ts';
import { minitest } from './runners/minitest.ts';
import { phpunit } from './runners/phpunit.ts';
import { pytest } from './runners/pytest.ts';
import { rspec } from './runners/rspec.ts';
import { unittest } from './runners/unittest.ts';

/** What finds the runner of files of some languages; undefined where nothing tells one. */
type Detector = (project: KnownProject, path: FilePath) => Detected | { readonly refused: Message } | undefined;

const PYTHON_ROOTS = ['pytest.ini', 'pyproject.toml', 'setup.cfg', 'tox.ini', 'setup.py'];

const DETECTORS: readonly (readonly [endings: RegExp, detector: Detector])[] = [
  [/^(?:[cm]?[jt]sx?|vue|svelte)$/u, detectJavaScript],
  [/^py$/u, python],
  [/^go$/u, (project, path) => nearest(go, project, path, ['go.mod'])],
  [/^rs$/u, (project, path) => nearest(cargo, project, path, ['Cargo.toml'])],
  [/^(?:java|kt|kts|groovy|scala)$/u, jvm],
  [/^(?:cs|fs|vb)$/u, dotnetProject],
  [/^rb$/u, ruby],
  [
    /^php$/u,
    (project, path) => nearest(phpunit, project, path, ['phpunit.xml', 'phpunit.xml.dist', 'phpunit.dist.xml', 'composer.json'], true),
  ],
  [/^(?:c|cc|cpp|cxx|h|hh|hpp)$/u, cmake],
  [/^bats$/u, (project, path) => ({ runner: bats, folder: nearestWith(project, path, ['package.json']) ?? '' })],
  [/^feature$/u, features],
];

/** The runner of a test, by what its file imports and by the files around it; or why there is none. */
export function detect(project: KnownProject, path: FilePath): Detected | { readonly refused: Message } {
  const ending = extensionOf(path).toLowerCase();
  const detector = DETECTORS.find(([endings]) => endings.test(ending))?.[1];
  return (
    detector?.(project, path) ?? {
      refused: say('No test runner was found for {0}. Name the command under "tests: run:" in reqtrace.yaml', path),
    }
  );
}

/** @param anywhere true where the root will do if there is no such file. */
function nearest(runner: Runner, project: KnownProject, path: FilePath, names: readonly string[], anywhere = false): Detected | undefined {
  const folder = nearestWith(project, path, names) ?? (anywhere ? '' : undefined);
  return folder === undefined ? undefined : { runner, folder };
}

function python(project: KnownProject, path: FilePath): Detected {
  const folder = nearestWith(project, path, PYTHON_ROOTS) ?? '';
  const text = project.text(path) ?? '';
  const asks = [...PYTHON_ROOTS, 'requirements.txt', 'requirements-dev.txt', 'conftest.py', 'tests/conftest.py'].some((name) => {
    const written = project.text(inFolder(folder, name));
    return written !== undefined && (name.endsWith('conftest.py') || name === 'pytest.ini' || /\bpytest\b/u.test(written));
  });
  const isUnittest = /^\s*(?:import|from)\s+unittest\b/mu.test(text) && !/^\s*(?:import|from)\s+pytest\b/mu.test(text);
  return { runner: isUnittest && !asks ? unittest : pytest, folder };
}

function jvm(project: KnownProject, path: FilePath): Detected | undefined {
  for (const folder of foldersAround(path)) {
    if (project.has(inFolder(folder, 'pom.xml'))) return { runner: maven, folder: outermostWith(project, folder, ['pom.xml']) };
    if (GRADLE_FILES.some((name) => project.has(inFolder(folder, name)))) {
      const settings = nearestWith(project, path, ['settings.gradle', 'settings.gradle.kts']);
      return { runner: gradle, folder: settings ?? folder };
    }
  }
  return undefined;
}

/** A project of .NET has a name of its own; dotnet finds it in the folder it is started in. */
function dotnetProject(project: KnownProject, path: FilePath): Detected {
  for (const folder of foldersAround(path)) {
    const name = folder.split('/').at(-1) ?? '';
    if (['csproj', 'fsproj', 'vbproj'].some((ending) => project.has(inFolder(folder, `${name}.${ending}`))))
      return { runner: dotnet, folder };
  }
  return { runner: dotnet, folder: '' };
}

function ruby(project: KnownProject, path: FilePath): Detected {
  const folder = nearestWith(project, path, ['Gemfile', '.rspec', 'Rakefile']) ?? '';
  const text = project.text(path) ?? '';
  const isMinitest =
    /\bminitest\b|Minitest::|Test::Unit::TestCase|ActiveSupport::TestCase/u.test(text) || /_test\.rb$|(?:^|\/)test_[^/]*\.rb$/u.test(path);
  return { runner: isMinitest ? minitest : rspec, folder };
}

/** The outermost CMakeLists.txt without a gap: a build knows the tests of all folders below it. */
function cmake(project: KnownProject, path: FilePath): Detected | undefined {
  const names = ['CMakeLists.txt'];
  const folder = nearestWith(project, path, names);
  return folder === undefined ? undefined : { runner: ctest, folder: outermostWith(project, folder, names) };
}

function features(project: KnownProject, path: FilePath): Detected | undefined {
  for (const { folder, asks, scripts } of packagesAround(project, path)) {
    if (asks.has('@cucumber/cucumber')) return { runner: cucumber, folder, script: scriptOf(scripts, /^cucumber(?:-js)?(?:\.js)?$/u) };
  }
  return installed(project, folderOf(path), '@cucumber/cucumber', 'cucumber-js') ? { runner: cucumber, folder: '' } : undefined;
}
