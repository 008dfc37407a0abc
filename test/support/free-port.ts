import { createServer, type AddressInfo } from 'node:net';

/**
 * Asks the system for a TCP port that nobody uses on 127.0.0.1.
 * @returns the port; another program could take it before the caller does, so start listening soon
 */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
