// Finds a Chromium to test with, and installs one where there is none.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const root = new URL('../', import.meta.url);

/** Software WebGL2 that draws the same everywhere, and a browser that calls nobody. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** @param {string} name a program's name @returns {string | undefined} where it is on the PATH */
function findProgram(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}

/** @returns {string | undefined} the Chromium that `playwright install chromium` has put on this machine */
function findPlaywrightsOwn() {
  try {
    const path = createRequire(new URL('package.json', root))('playwright').chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The browser to test with: CHROMIUM_PATH, then Playwright's own, then a system Chromium or Chrome.
 *
 * @returns {string | undefined} its path, or nothing where there is none
 * @throws {Error} when CHROMIUM_PATH is set and no file is there
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH: no file at "${named}"`);
    return named;
  }
  return (
    findPlaywrightsOwn() ??
    ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(findProgram).find(Boolean)
  );
}

/** Whoever names a browser of their own keeps the machine as it is. */
function mayInstallPackages() {
  return (
    !process.env.CHROMIUM_PATH &&
    process.getuid?.() === 0 &&
    Boolean(findProgram('apt-get')) &&
    existsSync('/etc/debian_version')
  );
}

/** @param {string[]} packages */
function installPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-qq'], options);
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  spawnSync('apt-get', ['install', '-y', '-qq', ...wait, '--no-install-recommends', ...packages], options);
}

/** @param {string} lacking @param {string} packages */
function aboutToInstall(lacking, packages) {
  return `no ${lacking} on this machine: installing the system packages ${packages} as root, with apt-get (Ctrl+C and CHROMIUM_PATH=/path/to/chromium npm test to install nothing)`;
}

/** Without a CJK font every Chinese label is a row of boxes, and measures differently. */
function lacksChineseFont() {
  if (!findProgram('fc-list')) return true;
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { stdio: ['ignore', 'pipe', 'ignore'] }).length === 0;
  } catch {
    return true;
  }
}

/**
 * A browser to test with, installed first where there is none, with a font for Chinese.
 *
 * @param {(line: string) => void} say told what is being installed
 * @returns {string} its path
 * @throws {Error} one sentence, when there is none and none could be installed
 */
export function ensureBrowser(say) {
  let path = findBrowser();
  if (!path && mayInstallPackages()) {
    say(aboutToInstall('Chromium', 'chromium and fonts-noto-cjk'));
    installPackages(['chromium', 'fonts-noto-cjk']);
    path = findBrowser();
  }
  if (!path) {
    say(
      'no Chromium on this machine: downloading one with playwright (Ctrl+C and CHROMIUM_PATH=/path/to/chromium npm test to download nothing)',
    );
    const cli = createRequire(new URL('package.json', root)).resolve('playwright/package.json');
    spawnSync(process.execPath, [join(cli, '..', 'cli.js'), 'install', 'chromium'], { stdio: 'ignore' });
    path = findBrowser();
  }
  if (!path) {
    throw new Error(
      'no Chromium was found and none could be installed: install Chromium or Chrome, or set CHROMIUM_PATH to one',
    );
  }
  if (process.platform === 'linux' && lacksChineseFont()) {
    if (mayInstallPackages()) {
      say(aboutToInstall('font for Chinese', 'fontconfig and fonts-noto-cjk'));
      installPackages(['fontconfig', 'fonts-noto-cjk']);
    } else {
      say('no font for Chinese on this machine: install fonts-noto-cjk, or labels are drawn as boxes');
    }
  }
  return path;
}
