import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request, type IncomingMessage, type Server } from 'node:http';
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { freePort } from '@sovd/sandbox/src/__testUtils__/freePort.ts';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { checkTool } from '../tools/checkTool.ts';
import { echoBackend } from './echoBackend.ts';

/** What nginx answered. */
export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** The page's files as the build leaves them; the script stands there compressed too. */
export const page = {
  'index.html': `<!doctype html><title>page</title>${' '.repeat(2000)}`,
  'assets/x.js': `export const x = '${'x'.repeat(2000)}';`,
  'assets/x.css': `.x { color: red }${' '.repeat(2000)}`,
  'assets/y.js': `export const y = '${'y'.repeat(2000)}';`,
};

/** What only the .gz beside the script says, so that a test sees which one was sent. */
export const precompressed = 'export const x = "compressed by the build";';

/** nginx with the configuration of a stamped repository, and a backend that echoes. */
export class StampedNginx {
  readonly #folder: string;
  readonly #program: string;
  readonly #backend: Server;
  readonly #port: number;
  #stop: () => Promise<void> = async () => undefined;

  private constructor(
    folder: string,
    program: string,
    backend: Server,
    port: number,
  ) {
    this.#folder = folder;
    this.#program = program;
    this.#backend = backend;
    this.#port = port;
  }

  /** Starts it as the image does, but for the paths, the port and the backend's address. */
  static async of(repository: string): Promise<StampedNginx> {
    const [folder, program, port] = await Promise.all([
      mkdtemp(path.join(tmpdir(), 'sovd-nginx-')),
      checkTool('nginx'),
      freePort(),
    ]);
    const backend = echoBackend();
    backend.listen(0, '127.0.0.1');
    await once(backend, 'listening');
    const own = new StampedNginx(folder, program, backend, port);
    await own.#write(path.join(repository, 'frontend'));
    return own;
  }

  async #write(source: string): Promise<void> {
    const { port } = this.#backend.address() as AddressInfo;
    const headers = path.join(this.#folder, 'security-headers.conf');
    // nginx’ workers are somebody else where it is started by root
    await chmod(this.#folder, 0o755);
    await mkdir(path.join(this.#folder, 'html/assets'), { recursive: true });
    for (const [name, text] of Object.entries(page)) {
      await writeFile(path.join(this.#folder, 'html', name), text);
    }
    await writeFile(
      path.join(this.#folder, 'html/assets/x.js.gz'),
      gzipSync(precompressed),
    );
    await writeFile(
      headers,
      await readFile(path.join(source, 'security-headers.conf')),
    );
    const server = (await readFile(path.join(source, 'nginx.conf'), 'utf8'))
      .replaceAll('/etc/nginx/security-headers.conf', headers)
      .replace('/usr/share/nginx/html', path.join(this.#folder, 'html'))
      .replace('listen 8080;', `listen 127.0.0.1:${this.#port};`)
      .replaceAll('http://backend:8000', `http://127.0.0.1:${port}`);
    await this.configure(server);
  }

  /** Writes the configuration, with what the image has around it. */
  async configure(server: string): Promise<void> {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      name => `${name}_temp_path ${this.#folder}/${name};`,
    );
    const types =
      'types { text/html html; text/css css; application/javascript js; }';
    await writeFile(
      path.join(this.#folder, 'nginx.conf'),
      [
        `pid ${this.#folder}/nginx.pid;`,
        'error_log stderr notice;',
        'worker_processes 1;',
        'events { worker_connections 64; }',
        `http { access_log off; ${types} ${temporary.join(' ')}`,
        server,
        '}',
      ].join('\n'),
    );
  }

  get #options(): string[] {
    return [
      ...['-p', this.#folder, '-e', 'stderr'],
      ...['-c', path.join(this.#folder, 'nginx.conf')],
    ];
  }

  /** `nginx -t`. @throws Error with what it says */
  async judge(): Promise<void> {
    await runProgram(this.#program, ['-t', '-q', ...this.#options]);
  }

  async start(): Promise<void> {
    const child = spawn(
      this.#program,
      [...this.#options, '-g', 'daemon off;'],
      { stdio: 'ignore' },
    );
    const exited = once(child, 'exit');
    this.#stop = async () => {
      child.kill('SIGQUIT');
      await exited;
    };
    for (const end = Date.now() + 60_000; ; ) {
      if (await this.get('/health').catch(() => undefined)) return;
      if (child.exitCode !== null || Date.now() > end)
        throw new Error(`nginx doesn't answer (exit code ${child.exitCode})`);
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  /** Asks for a path. */
  async get(
    url: string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const asked = request({
      ...{ host: '127.0.0.1', port: this.#port, path: url },
      ...{ headers, agent: false },
    }).end();
    const [answer] = (await Promise.race([
      once(asked, 'response'),
      once(asked, 'upgrade'),
    ])) as [IncomingMessage];
    if (answer.statusCode === 101) {
      answer.socket.destroy();
      return { status: 101, headers: answer.headers, body: Buffer.of() };
    }
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    return {
      status: answer.statusCode ?? 0,
      headers: answer.headers,
      body: Buffer.concat(chunks),
    };
  }

  async dispose(): Promise<void> {
    await this.#stop();
    this.#backend.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
