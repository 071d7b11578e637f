/*
 * The SDK of the Model Context Protocol brings a validator of JSON Schema into every server, a third of its program. It is for what a server asks of the person behind an agent,
 * and for tools whose input the SDK checks. ReqTrace asks nothing and checks the input of its tools itself.
 */

const INSTEAD = `export { default as process } from 'node:process';
export class DefaultJsonSchemaValidator {
  getValidator() {
    throw new Error('This server validates nothing by JSON Schema.');
  }
}`;

/**
 * Leaves it out.
 *
 * @type {import('esbuild').Plugin}
 */
export const noSchemaValidator = {
  name: 'no schema validator',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, ({ path }) => ({ path, namespace: 'shims' }));
    onLoad({ filter: /./, namespace: 'shims' }, () => ({ contents: INSTEAD, loader: 'js' }));
  },
};
