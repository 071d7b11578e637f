/** A class as results of .NET name it, with full stops only: `Shop.Outer.Inner` for `Shop.Outer+Inner, Shop.Tests, Version=1.0.0.0`. */
export function classOf(name: string): string {
  return name.replace(/,\s[\s\S]*$/u, '').replaceAll('+', '.');
}

/**
 * The title of a test of .NET, which begins with its method, since a name to show may be anything: `Rejects(x: 1)`, `Rejects (no empty orders)`.
 *
 * @param shown the name that the tool shows, with the class before it or not.
 * @param className as `classOf` gives it.
 */
export function methodTitle(shown: string, className: string, method: string | undefined): string {
  const plain = shown.replaceAll('+', '.').startsWith(`${className}.`) ? shown.slice(className.length + 1) : shown;
  if (method === undefined || method === '') return plain;
  const bare = method.replace(/\([\s\S]*$/u, '');
  if (!plain.startsWith(bare)) return `${bare} (${plain})`;
  // Types that a generic method was made with.
  return bare + plain.slice(bare.length).replace(/^<[^<>()]*>/u, '');
}
