import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import execa from 'execa';

/** A Git host on loopback, for tests: git's own CGI program behind basic authentication. */
export interface TestGitServer {
  baseUrl: string;
  close(): Promise<void>;
}

/**
 * Serves the bare repositories of a folder.
 *
 * @param credentials - asked for at each request
 */
export async function startTestGitServer(
  folder: string,
  credentials: { username: string; password: string },
): Promise<TestGitServer> {
  const { stdout: programs } = await execa('git', ['--exec-path']);
  const expected = Buffer.from(
    `${credentials.username}:${credentials.password}`,
  ).toString('base64');

  const server = createServer((request, response) => {
    if (request.headers.authorization !== `Basic ${expected}`) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' });
      response.end();
      return;
    }
    serve(`${programs}/git-http-backend`, folder, request, response);
  });
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function serve(
  program: string,
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { pathname, searchParams } = new URL(
    request.url ?? '/',
    'http://localhost',
  );
  const child = spawn(program, {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: pathname.replace(/^(\/[^/]+\/[^/]+)/, '$1.git'),
      QUERY_STRING: searchParams.toString(),
      REQUEST_METHOD: request.method,
      REMOTE_USER: 'portal',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
    },
  });
  // git that has read enough may close the pipe first
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);
  const output: Buffer[] = [];
  child.stdout.on('data', chunk => output.push(chunk));
  child.on('close', () => {
    const all = Buffer.concat(output);
    const end = all.indexOf('\r\n\r\n');
    const headers = all.subarray(0, end).toString().split('\r\n');
    for (const header of headers) {
      const [name, value] = header.split(': ');
      if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
      else response.setHeader(name, value);
    }
    response.end(all.subarray(end + 4));
  });
}
