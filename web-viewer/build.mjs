// Builds the pages when something changed since the last build, or runs their tests; for Maven.
//   node build.mjs build
//   node build.mjs test <skip> <skip>     (does nothing if one of the words is "true")
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const at = (...names) => join(here, ...names);
const packages = ['package.json', 'package-lock.json', '.npmrc'];
const inputs = [
  ...packages,
  ...['build.mjs', 'tsconfig.json', 'vite.config.ts', 'pages.ts', 'template.html', 'src'],
];

function hash(names) {
  const sum = createHash('sha256').update(process.version);
  const add = (path) => {
    sum.update(path.slice(here.length));
    sum.update(readFileSync(path));
  };
  for (const name of names) {
    if (name !== 'src') add(at(name));
    else {
      const files = readdirSync(at('src'), { recursive: true, withFileTypes: true });
      files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name)).sort().forEach(add);
    }
  }
  return sum.digest('hex');
}

function fresh(stamp, names) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash(names);
}

function mark(stamp, names) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash(names));
}

function npm(...words) {
  const { status, error } = spawnSync('npm', words, {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) {
    console.error(`npm cannot be started (${error.message}). Install Node.js 20.19 or newer with npm.`);
  }
  if (status !== 0) process.exit(status ?? 1);
}

function install() {
  const stamp = at('node_modules', '.rostrum-installed');
  if (fresh(stamp, packages)) return;
  npm('ci');
  mark(stamp, packages);
}

function build() {
  const stamp = at('target', 'web-built');
  if (fresh(stamp, inputs) && existsSync(at('dist', 'index.html'))) return;
  install();
  npm('run', 'check');
  npm('run', 'build');
  mark(stamp, inputs);
}

const [task, ...skips] = process.argv.slice(2);
if (task === 'build') build();
else if (task === 'test' && !skips.includes('true')) {
  install();
  npm('test');
}
