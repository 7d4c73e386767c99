import { sandboxVariable } from './sandbox.ts';

/** A pull request, as the Git host shows it. */
export interface PullRequest {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  merged: boolean;
  mergeable: boolean;
  html_url: string;
  head: { ref: string };
}

/** Names of an organisation's repositories. */
export async function repositoriesOf(owner: string): Promise<string[]> {
  const repositories = await ask<{ name: string }[]>(`orgs/${owner}/repos`);
  return repositories.map(({ name }) => name);
}

/** Makes an empty repository in an organisation. */
export async function createRepository(
  owner: string,
  name: string,
): Promise<void> {
  await ask(`orgs/${owner}/repos`, { name, default_branch: 'main' });
}

/** All pull requests of a repository, open or not, newest first. */
export async function pullRequestsOf(
  repository: string,
): Promise<PullRequest[]> {
  return ask(`repos/${repository}/pulls?state=all`);
}

/** Merges as a person does who presses the button. */
export async function mergePullRequest(
  repository: string,
  number: number,
): Promise<void> {
  await ask(`repos/${repository}/pulls/${number}/merge`, { Do: 'merge' });
}

/** Paths of the files that a pull request changes, with what it does to each. */
export async function changedFiles(
  repository: string,
  number: number,
): Promise<{ filename: string; status: string }[]> {
  return ask(`repos/${repository}/pulls/${number}/files?limit=300`);
}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const login = [
    sandboxVariable('SANDBOX_GIT_USERNAME'),
    sandboxVariable('SANDBOX_GIT_PASSWORD'),
  ].join(':');
  const response = await fetch(
    `${sandboxVariable('SANDBOX_GIT_URL')}/api/v1/${path}`,
    {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `Basic ${Buffer.from(login).toString('base64')}`,
        'Content-Type': 'application/json',
      },
      body: body ? JSON.stringify(body) : undefined,
    },
  );
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`The Git host answered ${response.status}: ${text}`);
  }
  return (text ? JSON.parse(text) : undefined) as T;
}
