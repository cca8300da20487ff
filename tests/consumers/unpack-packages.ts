import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { project } from './bundle-consumer.js';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface InstallOptions {
  /** Dependencies that the project does without. */
  readonly without?: readonly string[];
}

/**
 * Installs the packages into a folder from their packed tarballs, as a registry would hand them out: only the files
 * that are published are there, and only the dependencies that are stated can be found. Those are linked to the copies
 * this workspace has, so that nothing is fetched.
 *
 * @param folder of a project that is to depend on them
 */
export function installPacked(folder: string, { without = [] }: InstallOptions = {}): void {
  for (const name of ['core', 'map']) {
    const source = join(project, 'packages', name);
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder], {
        cwd: source,
        encoding: 'utf8',
      }),
    ) as [{ filename: string }];
    const target = join(folder, 'node_modules/@guatu', name);
    mkdirSync(target, { recursive: true });
    execFileSync('tar', [
      '-xzf',
      join(folder, packed.filename.replace('@', '').replace('/', '-')),
      '-C',
      target,
      '--strip-components=1',
    ]);
    const { dependencies = {}, peerDependencies = {} } = JSON.parse(
      readFileSync(join(target, 'package.json'), 'utf8'),
    ) as Manifest;
    for (const dependency of Object.keys({ ...dependencies, ...peerDependencies })) {
      if (dependency.startsWith('@guatu/') || dependency === 'react' || without.includes(dependency)) continue;
      const link = join(folder, 'node_modules', dependency);
      mkdirSync(dirname(link), { recursive: true });
      try {
        symlinkSync(realpathSync(join(source, 'node_modules', dependency)), link, 'dir');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  }
}
