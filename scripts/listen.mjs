// Needs nothing installed: npm start asks for its port before it installs and builds.

/**
 * Listens on this machine only.
 *
 * @param {import('node:http').Server} server
 * @param {number} port 0 for any that is free
 * @returns {Promise<string>} the site's address, ending in a slash
 * @throws {NodeJS.ErrnoException} `EADDRINUSE` when the port is taken
 */
export function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/`);
    });
  });
}
