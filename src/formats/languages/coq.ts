import { doubled, mlComment } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';

/** Coq. */
export const coq = {
  name: 'Coq',
  files: ['.v_coq', '.coq'],
  editorIds: { coq: '.coq' },
  syntax: { rules: [mlComment, doubled('"', true)] },
  comments: ['(* … *)'],
} satisfies Language;
