import { readFile } from 'node:fs/promises';
import { get } from 'node:https';

const TIMEOUT_MS = 5_000;

/**
 * Status of a GET request.
 *
 * @param authority - file of the certificate that vouches for the server; without it any certificate will do
 */
export async function httpsStatus(
  url: string,
  authority?: string,
): Promise<number> {
  const ca = authority && (await readFile(authority));
  return new Promise((resolve, reject) => {
    const options = {
      ca,
      rejectUnauthorized: authority !== undefined,
      agent: false,
      timeout: TIMEOUT_MS,
    };
    const request = get(url, options, response => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', reject);
  });
}
