import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { ROOT } from '../../tools/source-files.ts';

type Dependencies = Readonly<Record<string, string>>;

interface Package {
  readonly version: string;
  readonly link?: boolean;
  readonly dependencies?: Dependencies;
  readonly devDependencies?: Dependencies;
  readonly optionalDependencies?: Dependencies;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
}

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as Package & {
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const lock = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, Package>>;
};

test('versions in package.json are exact and those of the lock', (t) => {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  t.true(wanted.length > 0);
  for (const [name, version] of wanted) {
    t.regex(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
    t.is(lock.packages[`node_modules/${name}`]?.version, version, name);
  }
  const { dependencies, devDependencies } = lock.packages[''] ?? {};
  t.deepEqual(
    { dependencies, devDependencies },
    { dependencies: manifest.dependencies, devDependencies: manifest.devDependencies },
  );
});

test('all parts of the Temporal SDK have one version', (t) => {
  const versions = Object.entries(lock.packages).filter(([path]) =>
    /^node_modules\/@temporalio\/[^/]+$/.test(path),
  );
  t.deepEqual(
    [...new Set(versions.map(([, { version }]) => version))],
    [manifest.dependencies?.['@temporalio/client']],
  );
});

test('the lock names no registry: it installs from whichever one is configured', (t) => {
  t.false(read('package-lock.json').includes('"resolved"'));
  t.notRegex(read('package-lock.json'), /registry\.|https?:\/\/[^"]*\.tgz/);
  t.notRegex(read('.npmrc'), /registry|_auth|token/i);
});

test('the lock has the packages for other systems too, or npm ci refuses it', (t) => {
  for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const name of Object.keys(optionalDependencies)) {
      const found = lock.packages[`${path}/node_modules/${name}`] ?? lock.packages[`node_modules/${name}`];
      t.truthy(found, `${name}, needed by ${path}: add it to package-lock.json`);
    }
  }
});

test('every package that runs a script at installation is allowed by name', (t) => {
  const scripted = Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
  // Packages for systems that we do not support are never installed there.
  const supported = scripted.filter(
    (name) => !/linux-(ia32|ppc64|arm)$|windows/.test(name) && name !== 'fsevents',
  );
  t.deepEqual(
    supported.filter((name) => manifest.allowScripts[name] !== true),
    [],
  );
});
