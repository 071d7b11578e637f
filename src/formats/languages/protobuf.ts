import { doubleQuoted, singleQuoted, slashes, stars } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';
import { NAME } from './shared/declares.ts';

/** Protocol Buffers; other languages of interfaces declare alike. */
export const protobuf = {
  name: 'Protocol Buffers',
  files: ['.proto'],
  editorIds: { proto: '.proto' },
  syntax: { rules: [slashes, stars, doubleQuoted, singleQuoted] },
  comments: ['// …', '/* … */'],
  declarations: [
    {
      pattern: String.raw`^\s*(?:extend\s+)?(?<type>message|service|enum|type|interface|input|union|scalar|struct|exception|model|schema)\s+(?<name>${NAME})`,
      examples: { 'message Stock {': 'message Stock', 'extend type Query {': 'type Query' },
    },
    { pattern: String.raw`^\s*rpc\s+(?<fn>${NAME})`, examples: { 'rpc Reserve (Order) returns (Stock);': 'Reserve()' } },
  ],
} satisfies Language;
