import { xmlSyntax } from '../carriers/code/lexical/markup.ts';
import type { Language } from './language.ts';

/** XML and formats made of it. */
export const xml = {
  name: 'XML',
  files: [
    '.xml',
    '.xsd',
    '.xsl',
    '.xslt',
    '.svg',
    '.wsdl',
    '.plist',
    '.csproj',
    '.vbproj',
    '.fsproj',
    '.props',
    '.targets',
    '.resx',
    '.xaml',
    '.axml',
    '.storyboard',
    '.xib',
    '.dita',
    '.ui',
    '.qrc',
    '.config',
    '.reqif',
  ],
  editorIds: { xml: '.xml', xsl: '.xsl' },
  syntax: xmlSyntax,
  comments: ['<!-- … -->'],
} satisfies Language;
