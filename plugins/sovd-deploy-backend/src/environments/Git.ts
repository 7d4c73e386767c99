import { tmpdir } from 'node:os';
import { CustomErrorBase } from '@backstage/errors';
import execa from 'execa';
import type { ExecaError } from 'execa';
import { basicAuthorization } from './basicAuthorization';
import type { GitHostConfig } from './TargetConfig';

/** Longest that one command may take, in milliseconds. */
const TIMEOUT_MS = 120_000;

/** What git may know of this process: where programs, proxies and CAs are. */
const INHERITED = [
  'PATH',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
];

/** A git command that ended with an error; the message has git's own words, redacted. */
export class GitError extends CustomErrorBase {
  /**
   * @param output - what git said of the error
   * @param printed - what it had printed as its result by then
   */
  constructor(
    command: string,
    readonly output: string,
    readonly printed = '',
    readonly exitCode?: number,
  ) {
    const words = output.trim() || 'it said nothing';
    // Without a terminal git can only say that it would have liked to ask again.
    const refused = /could not read Username|Authentication failed/.test(words)
      ? '; the host refuses the credentials that integrations has for it'
      : '';
    super(`git ${command} failed: ${words}${refused}`);
  }
}

/**
 * Runs the git program with nothing of this process's environment but what it needs, and
 * with credentials of configured hosts only, which neither arguments nor files contain.
 */
export class Git {
  constructor(private readonly hosts: readonly GitHostConfig[]) {}

  /**
   * @returns what git printed
   * @throws GitError, or the signal's reason
   */
  async run(
    folder: string,
    [command, ...rest]: readonly string[],
    signal?: AbortSignal,
  ): Promise<string> {
    signal?.throwIfAborted();
    const child = execa('git', [command, ...rest], {
      cwd: folder,
      env: this.environment(),
      extendEnv: false,
      stripFinalNewline: false,
      // A group of its own: git's helpers have to end with it.
      detached: true,
    });
    const late = AbortSignal.timeout(TIMEOUT_MS);
    const ended = signal ? AbortSignal.any([signal, late]) : late;
    const end = () => endGroup(child.pid);
    ended.addEventListener('abort', end);
    try {
      return (await child).stdout;
    } catch (error) {
      signal?.throwIfAborted();
      const words = late.aborted
        ? `it took longer than ${TIMEOUT_MS / 1_000} s`
        : outputOf(error);
      const { exitCode, stdout } = error as Partial<ExecaError>;
      throw new GitError(command, this.redact(words), stdout, exitCode);
    } finally {
      ended.removeEventListener('abort', end);
    }
  }

  private environment(): NodeJS.ProcessEnv {
    const settings = [
      // A link in somebody's repository must not lead to a file of this machine.
      ['core.symlinks', 'false'],
      ['core.hooksPath', '/dev/null'],
      ['gc.auto', '0'],
      ...this.hosts.flatMap(({ baseUrl, credentials }) =>
        credentials
          ? [
              [
                `http.${baseUrl}/.extraHeader`,
                `Authorization: ${basicAuthorization(credentials)}`,
              ],
            ]
          : [],
      ),
    ];
    const inherited = INHERITED.flatMap(name =>
      process.env[name] === undefined ? [] : [[name, process.env[name]]],
    );
    return {
      ...Object.fromEntries(inherited),
      HOME: tmpdir(),
      LC_ALL: 'C',
      GIT_ALLOW_PROTOCOL: 'http:https',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_COUNT: String(settings.length),
      ...Object.fromEntries(
        settings.flatMap(([key, value], index) => [
          [`GIT_CONFIG_KEY_${index}`, key],
          [`GIT_CONFIG_VALUE_${index}`, value],
        ]),
      ),
    };
  }

  private redact(text: string): string {
    const secrets = this.hosts.flatMap(({ credentials }) =>
      credentials
        ? [credentials.password, basicAuthorization(credentials).split(' ')[1]]
        : [],
    );
    return secrets.reduce((out, secret) => out.replaceAll(secret, '***'), text);
  }
}

function endGroup(pid: number | undefined) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It ended by itself meanwhile.
  }
}

/** git's own words, or else why there are none, e.g. that there is no git. */
function outputOf(error: unknown): string {
  const { stderr, shortMessage } = error as Partial<ExecaError>;
  return stderr || shortMessage || String(error);
}
