import { doubled } from '../carriers/code/commonRules.ts';
import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { NAME } from './shared/declares.ts';

/** Fortran, in fixed and in free form; Verilog and MATLAB declare alike. */
export const fortran = {
  name: 'Fortran',
  files: ['.f', '.for', '.ftn', '.f77', '.f90', '.f95', '.f03', '.f08', '.fpp'],
  syntax: {
    rules: [
      lineComment('!'),
      lineComment('*', 'first-column'),
      lineComment('c ', 'first-column'),
      lineComment('C ', 'first-column'),
      doubled('"'),
      doubled("'"),
    ],
  },
  comments: ['! …'],
  declarations: [
    {
      pattern: String.raw`^\s*(?:[\p{L}_]+(?:\([^)]*\))?\s+)*?(?:subroutine|function|task)\s+(?:[^=\n]*=\s*)?(?:\[[^\]]*\]\s*)?(?<fn>${NAME})`,
      flags: 'i',
      examples: {
        'pure integer(kind=4) function reserve(order)': 'reserve()',
        'function [stock] = reserve(order)': 'reserve()',
        'function [7:0] reserve;': 'reserve()',
      },
    },
    {
      pattern: String.raw`^\s*(?<type>module|program|interface|class|package|classdef|type)\s*(?:::)?\s+(?<name>${NAME})`,
      flags: 'i',
      examples: { 'module stock(input clk);': 'module stock', 'type :: order': 'type order' },
    },
  ],
} satisfies Language;
