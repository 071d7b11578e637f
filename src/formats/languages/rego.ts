import { anyHash, doubleQuoted, rawBackticks, slashes, stars } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';

/** Languages of configuration: Rego, CUE, Jsonnet. */
export const rego = {
  name: 'Rego',
  files: ['.rego', '.cue', '.jsonnet', '.libsonnet'],
  editorIds: { rego: '.rego', cue: '.cue', jsonnet: '.jsonnet' },
  syntax: { rules: [anyHash, slashes, stars, doubleQuoted, rawBackticks] },
  comments: ['// …', '# …', '/* … */'],
} satisfies Language;
