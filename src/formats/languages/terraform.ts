import { anyHash, slashes, stars } from '../carriers/code/commonRules.ts';
import { quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Terraform and what else is written in HCL. */
export const terraform = {
  name: 'Terraform',
  files: ['.tf', '.tfvars', '.hcl', '.nomad'],
  editorIds: { hcl: '.hcl' },
  syntax: { rules: [anyHash, slashes, stars, quoted('"', '"', { substitution: '${' })] },
  comments: ['// …', '# …', '/* … */'],
  declarations: [
    {
      pattern: String.raw`^\s*(?<type>resource|data)\s+(?<name>"[^"]+"\s+"[^"]+")`,
      examples: { 'resource "aws_s3_bucket" "stock" {': 'resource aws_s3_bucket stock' },
    },
    {
      pattern: String.raw`^\s*(?<type>module|variable|output|provider)\s+(?<name>"[^"]+")`,
      examples: { 'variable "limit" {': 'variable limit' },
    },
  ],
} satisfies Language;
