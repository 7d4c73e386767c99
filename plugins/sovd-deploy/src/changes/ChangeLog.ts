import type {
  ChangeLogEntry,
  SovdDeployApi,
} from '@sovd/plugin-sovd-deploy-common';

/** A card shows a few lines; more than these aren't kept, unless somebody wants the whole log. */
const KEPT_ENTRIES = 200;
/** Pages read in one go; the rest comes with the next look. */
const PAGES_AT_ONCE = 20;

type LogApi = Pick<SovdDeployApi, 'getChangeLog'>;

/** The end of a change's log, which only ever grows: each look asks for what is new. */
export class ChangeLog {
  private entries: ChangeLogEntry[] = [];

  /** @param kept - how many entries at its end are kept */
  constructor(
    private readonly api: LogApi,
    private readonly id: string,
    private readonly kept = KEPT_ENTRIES,
  ) {}

  /** @returns the entries kept, oldest first, or the same array when nothing is new */
  async read(signal: AbortSignal): Promise<ChangeLogEntry[]> {
    for (let page = 0; page < PAGES_AT_ONCE; page++) {
      const after = this.entries.at(-1)?.position ?? 0;
      const { items } = await this.api.getChangeLog(this.id, after, { signal });
      if (items.length === 0) break;
      this.entries = [...this.entries, ...items].slice(-this.kept);
    }
    return this.entries;
  }
}
