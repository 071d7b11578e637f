import { doubleQuoted, slashes } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';
import { protobuf } from './protobuf.ts';

/** Schemas of Prisma. */
export const prisma = {
  name: 'Prisma',
  files: ['.prisma'],
  editorIds: { prisma: '.prisma' },
  syntax: { rules: [slashes, doubleQuoted] },
  comments: ['// …'],
  declarations: protobuf.declarations,
} satisfies Language;
