import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Dockerfiles of Docker and Podman. */
export const dockerfile = {
  name: 'Dockerfile',
  files: ['.dockerfile', 'dockerfile', 'dockerfile.*', 'containerfile', 'containerfile.*'],
  editorIds: { dockerfile: '.dockerfile' },
  syntax: { rules: [lineComment('#', 'line-start')] },
  comments: ['# …'],
} satisfies Language;
