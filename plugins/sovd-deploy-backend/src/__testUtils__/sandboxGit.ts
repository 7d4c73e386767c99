import type { GitHostConfig } from '../environments/TargetConfig';
import { sandboxVariable } from './sandboxVariable';

/** The running sandbox's Git host as the portal's configuration has it, for tests that need it. */
export interface SandboxGit extends GitHostConfig {
  credentials: { username: string; password: string };
  /** Calls its API. @returns what it answers, if anything */
  call(method: string, path: string, body?: object): Promise<unknown>;
}

/** @throws when a test that needs the sandbox is run without it */
export function sandboxGit(): SandboxGit {
  const baseUrl = sandboxVariable('SANDBOX_GIT_URL');
  const username = sandboxVariable('SANDBOX_GIT_USERNAME');
  const password = sandboxVariable('SANDBOX_GIT_PASSWORD');
  const login = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    baseUrl,
    host: sandboxVariable('SANDBOX_GIT_HOST'),
    credentials: { username, password },
    async call(method, path, body) {
      const response = await fetch(`${baseUrl}/api/v1${path}`, {
        method,
        headers: {
          Authorization: `Basic ${login}`,
          'Content-Type': 'application/json',
        },
        body: body && JSON.stringify(body),
      });
      const text = await response.text();
      if (response.ok) return text ? JSON.parse(text) : undefined;
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    },
  };
}
