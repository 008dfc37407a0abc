import { connect } from 'node:net';

/**
 * Sends bytes as they are, for requests that no client would make, and reads until the server closes.
 * @param url address of the server
 * @param text the whole request; it must make the server close the connection
 * @returns everything that came back
 */
export function rawRequest(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}
