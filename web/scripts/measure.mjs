/** Fails the build when the JS a first visit must load outgrows its budget. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 220 * 1024;
const dist = new URL('../dist/', import.meta.url);
const html = readFileSync(new URL('index.html', dist), 'utf8');
const linked = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]);

const weigh = (extension) =>
  [...new Set(linked)]
    .filter((name) => name.endsWith(extension))
    .reduce((total, name) => total + gzipSync(readFileSync(new URL(name, dist))).length, 0);

const scripts = weigh('.js');
console.log(`first screen, gzipped: ${(scripts / 1024).toFixed(1)} kB JS, ${(weigh('.css') / 1024).toFixed(1)} kB CSS`);
if (scripts > BUDGET) {
  console.error(`over the budget of ${BUDGET / 1024} kB JS`);
  process.exit(1);
}
