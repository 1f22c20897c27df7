import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const MESSAGES = /\/src\/.*(messages|shell|texts)\.(ru|en)\.ts$/;

/**
 * Parses messages with places to fill in while building, so that no browser loads a parser for them.
 * A message file is `export default { … }` of plain strings; the ones that only import others are left alone.
 */
export function precompiledMessages(): Plugin {
  return {
    name: 'parta:precompiled-messages',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    transform(code, id) {
      if (!MESSAGES.test(id) || code.includes('import ')) return null;
      const literal = code.slice(code.indexOf('{'), code.lastIndexOf('}') + 1);
      // The file is ours and was just type-checked; it is read the way the browser would read it.
      const messages = new Function(`return ${literal}`)() as Record<string, string>;
      const compiled = Object.entries(messages).map(([name, text]) => [name, /[{<]/.test(text) ? parse(text) : text]);
      return { code: `export default ${JSON.stringify(Object.fromEntries(compiled))};`, map: null };
    },
  };
}
