import { anyHash, doubleQuoted, singleQuoted, slashes, stars } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';
import { protobuf } from './protobuf.ts';

/** Thrift and Cap'n Proto. */
export const thrift = {
  name: 'Thrift',
  files: ['.thrift', '.capnp'],
  editorIds: { thrift: '.thrift' },
  syntax: { rules: [slashes, stars, anyHash, doubleQuoted, singleQuoted] },
  comments: ['// …', '# …', '/* … */'],
  declarations: protobuf.declarations,
} satisfies Language;
