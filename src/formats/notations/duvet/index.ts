import { say } from '../../../model/message.ts';
import type { Notation, NotationFiles } from '../../notation/notation.ts';
import { placeIn } from '../../notation/placeIn.ts';
import { DUVET, SECTION_ID } from './grammar.ts';
import { readCode } from './readCode.ts';
import { readRequirements } from './readRequirements.ts';
import { readSpecification } from './readSpecification.ts';
import { settings, settingsOf } from './settings.ts';
import { typing } from './typing.ts';
import { write } from './write.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';

const TOML = /\.toml$/iu;
/** What nobody but duvet writes into a file of such a name. */
const TABLE = /^\s*\[\[(?:specs?|exceptions?|TODOs?|todos?)\]\]/mu;

const QUOTE = /^\s*quote\s*=/mu;

/** A file in TOML that others read otherwise. */
const requirements = (glob: string): NotationFiles => ({ glob, carrier: 'text', part: 'spec' });

/** duvet: specifications of the IETF and in Markdown, files of requirements in TOML, and annotations that quote a section. */
export const duvet = {
  name: DUVET,
  files: [
    { glob: '.duvet/specifications/**/*.txt', carrier: 'text', part: 'spec' },
    { glob: '**/specs/{www.rfc-editor.org,tools.ietf.org,datatracker.ietf.org,www.ietf.org}/**/*.txt', carrier: 'text', part: 'spec' },
    // Read elsewhere; what is wrong with it is said here.
    requirements('.duvet/config.toml'),
    requirements('.duvet/{requirements,todos,exceptions}/**/*.toml'),
  ],
  filesOf(configuration) {
    const { documents = [], requirements: more = [] } = settingsOf(configuration) ?? {};
    return [
      ...more.map(requirements),
      ...documents.map((glob): NotationFiles => ({ glob, carrier: /\.(?:md|markdown)$/iu.test(glob) ? 'markdown' : 'text', part: 'spec' })),
    ];
  },
  mayHold: [{ glob: '**/specs/**/*.toml' }],
  holds: (path, text) => TOML.test(path) && TABLE.test(text) && QUOTE.test(text),
  settings,
  ids: {
    normal: (id) => id,
    isName: (name, type) => (type === 'criterion' ? /^AC[1-9]\d*$/u.test(name) : SECTION_ID.test(name)),
    typing,
    fixed: (name) => say('{0} is called as its section is; change the heading', name),
  },
  needles: [['//=', '#']],
  needlesOf: (configuration) => (settingsOf(configuration)?.sources ?? []).map(({ meta }) => [meta, '#'] as const),
  readDocument: read,
  readDocumentAt: (document, position) => placeIn(document, position, (facts) => read(document, facts)),
  write,
  readCode,
  readCodeAt: (code, position, context) => placeIn(code, position, (facts) => readCode(code, facts, context)),
} satisfies Notation;

function read(document: CarriedDocument, facts: FactSink): void {
  if (TOML.test(document.path)) readRequirements(document, facts);
  else readSpecification(document, facts);
}
