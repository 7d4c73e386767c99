import { createServer, type Server } from 'node:http';

import { answerRegistry } from './answerRegistry.ts';
import type { RepositoryTags } from './RepositoryTags.ts';

/** Serves the registry on a loopback port; 0 takes any that is free. */
export function startImageRegistry(
  port: number,
  tags: RepositoryTags,
): Promise<Server> {
  const server = createServer((request, response) => {
    const { method = '', url = '/' } = request;
    answerRegistry(method, url, tags)
      .then(({ status, headers, body }) => {
        response.writeHead(status, {
          ...headers,
          'content-length': Buffer.byteLength(body),
          'docker-distribution-api-version': 'registry/2.0',
        });
        response.end(method === 'HEAD' ? undefined : body);
      })
      .catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
