import * as l10n from '@vscode/l10n';
import type { FileRole, LineNote } from '../../model/facts.ts';

/** What a line was read as, in the language of the person: `criterion`, in German `Kriterium`. */
export function noteName(what: LineNote['what']): string {
  switch (what) {
    case 'requirement':
      return l10n.t('requirement');
    case 'criterion':
      return l10n.t('criterion');
    case 'label':
      return l10n.t('label');
    case 'attribute':
      return l10n.t('attribute');
    case 'annotation':
      return l10n.t('annotation');
    case 'waiver':
      return l10n.t('waiver');
    case 'mention':
      return l10n.t('mention');
    case 'link':
      return l10n.t('hyperlink');
    case 'ignored':
      return l10n.t('ignored');
    case 'near-miss':
      return l10n.t('near-miss');
    case 'problem':
      return l10n.t('problem');
    case 'nothing':
      return l10n.t('nothing');
  }
}

/** What a file is, in the language of the person: `document`, in German `Dokument`. */
export function roleName(role: FileRole): string {
  switch (role) {
    case 'document':
      return l10n.t('document');
    case 'test':
      return l10n.t('test');
    case 'code':
      return l10n.t('code');
    case 'configuration':
      return l10n.t('configuration');
    case 'prose':
      return l10n.t('prose');
    case 'other':
      return l10n.t('other');
  }
}
