// npm start: installs, builds and serves the county portal on this machine.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { buildApps, buildPackages } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { listen } from './listen.mjs';
import { main, root, say, step, StepError } from './steps.mjs';

/** @returns {number} the port to serve on */
function readPort() {
  const text = process.env.PORT ?? '4173';
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new StepError(`PORT: expected a number from 1 to 65535, got "${text}"`);
}

/** @param {import('node:http').Server} server @param {number} port */
async function listenOrExplain(server, port) {
  try {
    return await listen(server, port);
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EADDRINUSE') {
      throw new StepError(
        `port ${port} is taken: stop what uses it, or choose another one, as in PORT=${port + 1} npm start`,
      );
    }
    if (code === 'EACCES')
      throw new StepError(`port ${port} needs more rights: choose one from 1024 up, as in PORT=4173 npm start`);
    throw new StepError(`port ${port}: ${message}`);
  }
}

await main(async () => {
  const port = readPort();
  // a taken port is said at once, not after a minute of building
  const probe = createServer();
  await listenOrExplain(probe, port);
  await new Promise((resolve) => probe.close(resolve));

  await ensureInstalled();
  await step('build packages', buildPackages);
  await step('build portal and embed', buildApps);
  // built with what was installed just now
  const { createSiteServer } = await import('./serve.mjs');
  const address = await listenOrExplain(
    createSiteServer({ '/': join(root, 'apps/portal/dist'), '/embed/': join(root, 'apps/embed/dist') }),
    port,
  );
  say(`serving ${address} (and ${address}embed/), Ctrl+C to stop`);
});
