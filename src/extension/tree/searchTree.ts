import { l10n, window } from 'vscode';

/** The tree is filtered this long after the last key, in milliseconds. */
const DELAY = 200;

/**
 * Lets a person type what to look for; the tree follows, so that it is seen at once what is left. Enter keeps the filter, Escape takes the one of
 * before.
 *
 * @param present filter that the box begins with.
 */
export function searchTree(present: string, apply: (text: string) => Promise<void>): Promise<void> {
  const box = window.createInputBox();
  box.title = l10n.t('Filter Requirements');
  box.placeholder = l10n.t('Words of IDs, titles, texts, paths, code and tests; @unmet, @failing and other statuses');
  box.value = present;
  box.valueSelection = [0, present.length];
  let applied = present;
  let timer: NodeJS.Timeout | undefined;
  const show = (text: string): void => {
    clearTimeout(timer);
    if (text === applied) return;
    applied = text;
    void apply(text);
  };
  box.onDidChangeValue((value) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(value.trim()), DELAY);
  });
  return new Promise((resolve) => {
    let isKept = false;
    box.onDidAccept(() => {
      isKept = true;
      show(box.value.trim());
      box.hide();
    });
    box.onDidHide(() => {
      if (!isKept) show(present);
      box.dispose();
      resolve();
    });
    box.show();
  });
}
