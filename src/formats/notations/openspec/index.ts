import { COMMON_WORDS } from '../../notation/commonWords.ts';
import { say } from '../../../model/message.ts';
import type { Notation } from '../../notation/notation.ts';
import { files } from './files.ts';
import { slugOf } from './names.ts';
import { readDelta } from './readDelta.ts';
import { readLinks } from './readLinks.ts';
import { readSpec } from './readSpec.ts';
import { readWork } from './readWork.ts';

/**
 * OpenSpec (Fission-AI): requirements of a capability in `openspec/specs`, and changes to them in `openspec/changes` until they are archived. It has no
 * form of a reference in code, so those of the house are written there: `@implements kettle#boil`, `@verifies kettle#boil/filled`.
 */
export const openspec = {
  name: 'openspec',
  files,
  ids: {
    normal: (id) => id,
    fixed: (name) => say('{0} is made of the name in its heading: change it there', name),
    isName: (name, _type, { ids }) => ids.isId(name) || (name !== '' && slugOf(name) === name),
  },
  needles: [],
  readDocument(document, facts, context) {
    const { part, namespace, path } = document;
    facts.belong({ namespace, part });
    if (part === 'spec' || part === 'delta') {
      facts.document({ documentKey: path.replace(/\.[^./]+$/u, '') });
      if (part === 'spec') readSpec(document, facts, context);
      else readDelta(document, facts, context);
    } else readWork(document, facts, context.ids);
    readLinks(document, facts);
  },
  write: {
    annotation: (kind, reference) => `@${kind} ${reference}`,
    waiver: COMMON_WORDS.waiver,
    revise: (reference, revision) => `${reference.replace(/~[0-9a-f]+$/u, '')}~${revision}`,
  },
} satisfies Notation;
