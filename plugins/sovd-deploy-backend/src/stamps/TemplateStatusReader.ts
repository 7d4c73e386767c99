import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';
import { judgeVersions } from './judgeVersions';
import type { StampedApplication, StampProposer } from './StampProposer';
import type { StampCondition, StampRepository } from './StampRepository';
import type { TemplateVersions } from './TemplateVersions';

/** Repositories whose condition is remembered. */
const REMEMBERED = 500;

/** What a reader works with. */
export interface TemplateStatusReaderOptions {
  proposer: Pick<StampProposer, 'listOpen'>;
  stamps: Pick<StampRepository, 'readCondition' | 'readHead'>;
  versions: TemplateVersions;
}

/** How repositories stand to their templates. A commit is looked at once. */
export class TemplateStatusReader {
  private readonly known = new Map<
    string,
    { commit: string; condition: Promise<StampCondition> }
  >();

  constructor(private readonly options: TemplateStatusReaderOptions) {}

  async read({
    application,
    repositoryUrl,
  }: Omit<StampedApplication, 'environments'>): Promise<TemplateStatus> {
    const { proposer, stamps, versions } = this.options;
    const [commit, proposals] = await Promise.all([
      stamps.readHead(repositoryUrl),
      proposer.listOpen(repositoryUrl),
    ]);
    const { drift, record } = await this.conditionAt(repositoryUrl, commit);
    const { name, version } = record.template;
    const newest = await versions.newest(name);
    return {
      application,
      repositoryUrl,
      commit,
      template: name,
      version,
      newest,
      ...judgeVersions(version, newest),
      environments: Object.keys(record.environments).sort(),
      drift,
      proposals,
    };
  }

  private conditionAt(url: string, commit: string): Promise<StampCondition> {
    const known = this.known.get(url);
    if (known?.commit === commit) return known.condition;
    const condition = this.options.stamps.readCondition(url, commit);
    this.known.delete(url);
    this.known.set(url, { commit, condition });
    const [oldest] = this.known.keys();
    if (this.known.size > REMEMBERED) this.known.delete(oldest);
    condition.catch(() => {
      if (this.known.get(url)?.condition === condition) this.known.delete(url);
    });
    return condition;
  }
}
