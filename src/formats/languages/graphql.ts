import { anyHash, doubleQuoted, triple } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';
import { protobuf } from './protobuf.ts';

/** GraphQL. */
export const graphql = {
  name: 'GraphQL',
  files: ['.graphql', '.gql', '.graphqls'],
  editorIds: { graphql: '.graphql' },
  syntax: { rules: [anyHash, triple(), doubleQuoted] },
  comments: ['# …'],
  declarations: protobuf.declarations,
} satisfies Language;
