// A mirror may not serve the builds of a package for other systems; npm then leaves them out of the lock file and
// `npm ci` refuses it everywhere. Name them without a fingerprint: they are installed only on those systems.
import { readFileSync, writeFileSync } from 'node:fs';

const path = process.argv[2];
const lock = JSON.parse(readFileSync(path, 'utf8'));
const systems = { android: 'android', darwin: 'darwin', freebsd: 'freebsd', linux: 'linux', netbsd: 'netbsd' };
Object.assign(systems, { openbsd: 'openbsd', openharmony: 'openharmony', sunos: 'sunos', win32: 'win32' });
const processors = { armv7: 'arm', 'arm-': 'arm', arm64: 'arm64', ia32: 'ia32', loong64: 'loong64', ppc64: 'ppc64' };
Object.assign(processors, { riscv64: 'riscv64', s390x: 's390x', x64: 'x64' });

const named = (table, name) => Object.keys(table).find((word) => name.includes(word));
const added = {};
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${place}/node_modules/${name}`;
    const [system, processor] = [named(systems, name), named(processors, `${name}-`)];
    if (lock.packages[`node_modules/${name}`] || lock.packages[nested] || !system || !processor) continue;
    const stub = { version, cpu: [processors[processor]], os: [systems[system]], optional: true };
    if (entry.dev) stub.dev = true;
    if (name.endsWith('musl')) stub.libc = ['musl'];
    if (/gnu(eabihf)?$/.test(name)) stub.libc = ['glibc'];
    added[`node_modules/${name}`] = stub;
  }
}
const sorted = Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.error(`${Object.keys(added).length} optional packages named without a fingerprint`);
