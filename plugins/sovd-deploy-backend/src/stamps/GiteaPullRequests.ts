import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { z } from 'zod/v4';
import { basicAuthorization } from '../environments/basicAuthorization';
import type { GitHostConfig } from '../environments/TargetConfig';
import type { NewPullRequest, PullRequests } from './PullRequests';
import {
  giteaPullRequestSchema,
  isOwnPullRequest,
  toPullRequest,
} from './toPullRequest';
import type { GiteaPullRequest } from './toPullRequest';

const PAGE = 50;
/** Pages that are read before the rest is left out: a thousand pull requests. */
const MAX_PAGES = 20;
const TIMEOUT_MS = 30_000;
/** Owner and name; neither is a step up. */
const REPOSITORY = /^(?!\.\.?\/)[\w.-]+\/(?!\.\.?$)[\w.-]+$/;

const messageSchema = z.object({ message: z.string() });

interface Call {
  method?: 'GET' | 'POST';
  query?: Record<string, string>;
  body?: object;
}

/**
 * Pull requests of a Gitea, by its API with the credentials that `integrations.gitea` has.
 *
 * @see https://docs.gitea.com/api
 */
export class GiteaPullRequests implements PullRequests {
  constructor(private readonly hosts: readonly GitHostConfig[]) {}

  async listOpen(repositoryUrl: string) {
    const found = [];
    for await (const one of this.list(repositoryUrl, 'open')) {
      found.push(toPullRequest(one));
    }
    return found;
  }

  async findNewest(repositoryUrl: string, branch: string) {
    for await (const one of this.list(repositoryUrl, 'all')) {
      if (one.head.ref === branch) return toPullRequest(one);
    }
    return undefined;
  }

  async open(repositoryUrl: string, wanted: NewPullRequest) {
    const { branch, into, title, body } = wanted;
    try {
      const { answer } = await this.call(repositoryUrl, {
        method: 'POST',
        body: { head: branch, base: into, title, body },
      });
      return toPullRequest(giteaPullRequestSchema.parse(answer));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      const open = await this.listOpen(repositoryUrl);
      const same = open.find(other => other.branch === branch);
      if (same) return same;
      throw error;
    }
  }

  /** Those between branches of the repository, newest first. */
  private async *list(
    repositoryUrl: string,
    state: 'open' | 'all',
  ): AsyncGenerator<GiteaPullRequest> {
    for (let page = 1; page <= MAX_PAGES; page++) {
      const query = { state, limit: String(PAGE), page: String(page) };
      const { answer, isLast } = await this.call(repositoryUrl, { query });
      const items = z.array(giteaPullRequestSchema).parse(answer);
      yield* items.filter(isOwnPullRequest);
      if (isLast) return;
    }
  }

  private async call(
    repositoryUrl: string,
    call: Call,
  ): Promise<{ answer: unknown; isLast: boolean }> {
    const { method = 'GET', query = {}, body } = call;
    const { path, host } = this.placeOf(repositoryUrl);
    const search = new URLSearchParams(query);
    const url = `${host.baseUrl}/api/v1/repos/${path}/pulls?${search}`;
    let response: Response;
    try {
      response = await fetch(url, {
        method,
        headers: {
          Accept: 'application/json',
          ...(body ? { 'Content-Type': 'application/json' } : {}),
          ...(host.credentials && {
            Authorization: basicAuthorization(host.credentials),
          }),
        },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new ServiceUnavailableError(
        `The Git host can't be asked about pull requests of ${repositoryUrl}; try again when ${host.host} answers`,
        error,
      );
    }
    if (!response.ok) throw await toError(response, repositoryUrl, host);
    // The host may put fewer on a page than were asked for, so it says itself what follows.
    const isLast = !/rel="next"/.test(response.headers.get('link') ?? '');
    return { answer: await response.json(), isLast };
  }

  private placeOf(repositoryUrl: string) {
    for (const host of this.hosts) {
      const prefix = `${host.baseUrl}/`;
      const path = repositoryUrl.startsWith(prefix)
        ? repositoryUrl.slice(prefix.length)
        : '';
      if (REPOSITORY.test(path)) return { host, path };
    }
    throw new NotFoundError(
      `${repositoryUrl} is on no host of integrations.gitea; add the host there`,
    );
  }
}

async function toError(
  response: Response,
  repositoryUrl: string,
  { host }: GitHostConfig,
): Promise<Error> {
  const words = messageSchema.safeParse(
    await response.json().catch(() => undefined),
  ).data?.message;
  const said = `${response.status}${words ? `: ${words}` : ''}`;
  const about = `${host} answers ${said} about pull requests of ${repositoryUrl}`;
  switch (response.status) {
    case 401:
    case 403:
      return new NotAllowedError(
        `${about}; give the account of integrations.gitea the right to write there`,
      );
    case 404:
      return new NotFoundError(
        `${about}; see whether the repository is there and has pull requests switched on`,
      );
    case 409:
      return new ConflictError(about);
    default:
      return new ServiceUnavailableError(`${about}; try again`);
  }
}
