import { DEFAULT_CONFIGURATION } from '../../../formats/configuration/defaults.ts';
import type { EvidencePlace } from '../../../formats/evidence/unknownText.ts';
import type { Configuration } from '../../../model/configuration.ts';
import type { Message } from '../../../model/message.ts';
import { say } from '../../../model/message.ts';
import type { FilePath } from '../../../model/position.ts';
import { POSSIBLE_RESULTS } from '../../../model/usualFiles/evidenceGlobs.ts';
import { extensionOf } from '../../../text/paths.ts';
import { compileGlob } from '../../../text/patterns/glob.ts';
import type { CompiledGlob } from '../../../text/patterns/glob.ts';
import { GlobSet } from '../../../text/patterns/globSet.ts';
import { passedOverIn } from './passedOver.ts';
import { sampleFoldersOf } from './sampleFolders.ts';

const GZIP = '.gz';

/** Why nothing is read in a folder of samples. */
const SAMPLES_REASON = say('a folder of samples without a linked test: what looks like results there is read for nothing');
/** Why nothing is read in folders of other people's code and of caches. */
const PASSED_OVER_REASON = say("a folder of other people's code or of a cache: what looks like results there is read for nothing");

/** What a glob of the configuration is for, and whether somebody wrote it: `{ of: 'results', named: true, vague: false }`. */
interface Glob {
  readonly of: EvidencePlace;
  readonly named: boolean;
  /** True where the name may be that of anything, so that what is in the file tells. */
  readonly vague: boolean;
}

/**
 * Which files of a folder may be evidence, by their names: `places.fits('build/test-results/junit.xml')`. It notes the folders in which something
 * looks like results and is not read.
 */
export class EvidencePlaces {
  #globs = new GlobSet<Glob>([]);
  /** What names that the globs match end in, behind their last full stop; undefined where one may end in anything. A look at it spares nearly every file more. */
  #endings: ReadonlySet<string> | undefined;
  #source: Configuration['evidence'] | undefined;
  readonly #passedOver = new Map<FilePath, Message>();
  #tested: ReadonlySet<FilePath> = new Set();

  /** Folders in which something looks like results and is not read, and why. */
  get passedOver(): ReadonlyMap<FilePath, Message> {
    return this.#passedOver;
  }

  /** Forgets which folders were passed over, before all is looked through again. */
  forgetPassedOver(): void {
    this.#passedOver.clear();
  }

  /** Folders of samples in which tests with annotations lie, so that they are a part of the project. */
  set tested(folders: ReadonlySet<FilePath>) {
    this.#tested = folders;
  }

  /** Takes the globs of `evidence`; does nothing while they are those of last time. */
  configure(evidence: Configuration['evidence']): void {
    if (evidence === this.#source) return;
    this.#source = evidence;
    const usual = DEFAULT_CONFIGURATION.evidence;
    const marked = (of: EvidencePlace) =>
      evidence[of].map((glob) => [glob, { of, named: evidence[of] !== usual[of], vague: false }] as const);
    const vague = evidence.results === usual.results ? POSSIBLE_RESULTS : [];
    // The last one counts: of what may be either, results matter more.
    this.#globs = new GlobSet<Glob>([
      ...vague.map((glob) => [glob, { of: 'results', named: false, vague: true }] as const),
      ...marked('coverage'),
      ...marked('results'),
    ]);
    const endings = [...vague, ...evidence.results, ...evidence.coverage]
      .flatMap(compileGlob)
      .map(({ segments }) => endingOf(segments.at(-1)));
    this.#endings = endings.includes(undefined) ? undefined : new Set(endings.filter((ending) => ending !== undefined));
  }

  /** True for a file that is read as evidence. */
  fits(path: FilePath): boolean {
    const glob = this.globOf(path);
    if (!glob) return false;
    const over = passedOverIn(path);
    const samples = glob.named || over !== undefined ? undefined : sampleFoldersOf(path).at(-1);
    if (over === undefined && (samples === undefined || this.#tested.has(samples))) return true;
    // What may be anything by its name says nothing of a folder.
    if (!glob.vague && over !== undefined) this.#passedOver.set(over, PASSED_OVER_REASON);
    else if (!glob.vague && samples !== undefined) this.#passedOver.set(samples, SAMPLES_REASON);
    return false;
  }

  /** The glob that a path fits, or would without the ending that gzip gives. */
  globOf(path: FilePath): Glob | undefined {
    const isKnown = (one: FilePath): boolean => !this.#endings || this.#endings.has(extensionOf(one));
    const own = isKnown(path) ? this.#globs.last(path)?.value : undefined;
    const plain = withoutGzip(path);
    if (own || plain === path) return own;
    return isKnown(plain) ? this.#globs.last(plain)?.value : undefined;
  }
}

/** The name that a packed file has unpacked: `junit.xml` for `junit.xml.gz`, and for itself. */
export function withoutGzip(path: FilePath): FilePath {
  return path.endsWith(GZIP) ? path.slice(0, -GZIP.length) : path;
}

/** True where all globs begin with a folder, so that nothing else has to be looked through: `out/reports/**`. */
export function hasAnchorsOnly({ results, coverage }: Configuration['evidence']): boolean {
  return !anchorsOf([...results, ...coverage]).includes('');
}

/** Folders that globs begin with and that lie in ignored places, as such places: `out/reports/` of `out/reports/**` where `out/` is ignored. */
export function anchorsWithin({ results, coverage }: Configuration['evidence'], ignored: readonly string[]): readonly string[] {
  return [...new Set(anchorsOf([...results, ...coverage]))]
    .filter((anchor) => anchor !== '' && ignored.some((place) => place === '/' || (place.endsWith('/') && `${anchor}/`.startsWith(place))))
    .map((anchor) => `${anchor}/`);
}

/** Folders that globs begin with, `out/reports` of `out/reports/**`, without those that are never looked into. */
function anchorsOf(globs: readonly string[]): readonly FilePath[] {
  return globs.flatMap(compileGlob).map(({ segments }) => {
    const named = segments
      .slice(0, -1)
      .map((segment) => (segment !== '**' && segment.every(({ kind }) => kind === 'text') ? segment : undefined));
    const end = named.indexOf(undefined);
    return named
      .slice(0, end < 0 ? named.length : end)
      .map((segment) => (segment ?? []).map((token) => (token.kind === 'text' ? token.text : '')).join(''))
      .join('/');
  });
}

/** `xml` for the last part of a glob that ends in `*.xml`; undefined where the end is not fixed. */
function endingOf(segment: CompiledGlob['segments'][number] | undefined): string | undefined {
  const last = segment === undefined || segment === '**' ? undefined : segment.at(-1);
  return last?.kind === 'text' && last.text.includes('.') ? extensionOf(last.text) : undefined;
}
