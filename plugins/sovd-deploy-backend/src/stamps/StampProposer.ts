import {
  ConflictError,
  InputError,
  stringifyError,
  toError,
} from '@backstage/errors';
import { TEMPLATE_RECORD } from '@sovd/plugin-sovd-deploy-common';
import type {
  Environment,
  Proposal,
  proposalRequestSchema,
  PullRequest,
  TemplateRecord,
} from '@sovd/plugin-sovd-deploy-common';
import pLimit from 'p-limit';
import type { z } from 'zod/v4';
import { checkStampedFiles } from './checkStampedFiles';
import { isProposalBranch, proposalBranch } from './proposalBranch';
import type { PullRequests } from './PullRequests';
import { readTemplateRecord } from './readTemplateRecord';
import type { StampComparer } from './StampComparer';
import type { StampRepository } from './StampRepository';
import { toProposalBody } from './toProposalBody';
import { toStampMessage } from './toStampMessage';

/** Rendering every environment twice takes seconds; a proposal waits for no more. */
const COMPARE_MS = 60_000;

/** An application with its environments and the page of their repository. */
export interface StampedApplication {
  application: string;
  environments: readonly Environment[];
  repositoryUrl: string;
}

/** A parsed body of the route. */
type Request = z.output<typeof proposalRequestSchema>;

/** What a proposer works with. */
export interface StampProposerOptions {
  stamps: StampRepository;
  pullRequests: PullRequests;
  /** Tells, in Markdown, what a new stamp does to each environment. */
  comparer: Pick<StampComparer, 'compare'>;
}

/** Brings new stamps into repositories by pull requests, one open at a time. */
export class StampProposer {
  /** One process takes turns by itself; several portals meet in Git, which lets one win. */
  private readonly turns = new Map<string, ReturnType<typeof pLimit>>();

  constructor(private readonly options: StampProposerOptions) {}

  /**
   * @throws InputError when the files are no stamp of this application
   * @throws ConflictError when another proposal is open, or a newer stamp is there
   */
  async propose(
    place: StampedApplication,
    request: Request,
  ): Promise<Proposal> {
    const record = readRecord(place, request);
    const { repositoryUrl } = place;
    const turn = this.turns.get(repositoryUrl) ?? pLimit(1);
    this.turns.set(repositoryUrl, turn);
    return turn(() => this.proposeOnce(place, request, record));
  }

  /** Open pull requests of the portal's. */
  async listOpen(repositoryUrl: string): Promise<PullRequest[]> {
    const open = await this.options.pullRequests.listOpen(repositoryUrl);
    return open.filter(({ branch }) => isProposalBranch(branch));
  }

  private async proposeOnce(
    place: StampedApplication,
    request: Request,
    record: TemplateRecord,
  ): Promise<Proposal> {
    const { base, files, purpose, title } = request;
    const { environments, repositoryUrl } = place;
    const { pullRequests, stamps } = this.options;
    const branch = proposalBranch(purpose);
    const open = await this.listOpen(repositoryUrl);
    const other = open.find(one => one.branch !== branch);
    if (other) throw isOpen(other, 'is open');
    const current = open.find(one => one.branch === branch);

    const message = toStampMessage(record);
    const written = await stamps.write(
      repositoryUrl,
      { base, branch, message, record, files },
      current !== undefined,
      (former, next) => this.compare(former, next, environments),
    );
    const { conflicts, difference, into, state } = written;
    if (state === 'different' && current) {
      throw isOpen(current, 'is open with other content');
    }
    if (state === 'present') {
      return { state: 'proposed', pullRequest: current, conflicts };
    }
    if (state === 'unchanged') {
      const newest = await pullRequests.findNewest(repositoryUrl, branch);
      const pullRequest = newest?.state === 'merged' ? newest : undefined;
      return { state, pullRequest, conflicts: [] };
    }
    const body = toProposalBody(request.body, conflicts, difference);
    const wanted = { branch, into, title, body };
    const pullRequest = await pullRequests.open(repositoryUrl, wanted);
    return { state: 'proposed', pullRequest, conflicts };
  }

  /** The proposal stands by itself: who reads it is told what could not be said. */
  private async compare(
    former: string,
    next: string,
    environments: readonly Environment[],
  ): Promise<string> {
    try {
      const signal = AbortSignal.timeout(COMPARE_MS);
      return await this.options.comparer.compare(
        former,
        next,
        environments,
        signal,
      );
    } catch (error) {
      const reason = stringifyError(error);
      return `What it does to each environment could not be worked out: ${reason}`;
    }
  }
}

/** Reads the record of a new stamp and whether it is what it was sent for. */
function readRecord(
  { application }: StampedApplication,
  { files, purpose }: Request,
): TemplateRecord {
  checkStampedFiles(files);
  const file = files.find(({ path }) => path === TEMPLATE_RECORD);
  if (!file) {
    throw new InputError(
      `The stamp has no ${TEMPLATE_RECORD}; send all of its files`,
    );
  }
  const text = Buffer.from(file.content, 'base64').toString();
  const record = parseRecord(text);
  if (record.application !== application) {
    throw new InputError(
      `The stamp is of ${record.application}, not of ${application}; propose it there`,
    );
  }
  if (
    purpose.kind === 'environment' &&
    !Object.hasOwn(record.environments, purpose.environment)
  ) {
    throw new InputError(
      `The stamp is to bring ${purpose.environment}, but its record hasn't got it`,
    );
  }
  if (
    purpose.kind === 'template' &&
    record.template.version !== purpose.version
  ) {
    throw new InputError(
      `The stamp is to bring version ${purpose.version}, but its record says ${record.template.version}`,
    );
  }
  return record;
}

/** A broken record is a fault of whoever sent it, not of the repository. */
function parseRecord(text: string): TemplateRecord {
  try {
    return readTemplateRecord(text, 'the new stamp');
  } catch (error) {
    throw new InputError(toError(error).message);
  }
}

function isOpen({ title, url }: PullRequest, how: string): ConflictError {
  return new ConflictError(
    `The proposal "${title}" ${how} (${url}); merge or close it, then run this again`,
  );
}
