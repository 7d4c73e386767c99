import type { EnvironmentAnnouncer } from '../environments/EnvironmentAnnouncer';

/** Notes which environments there is news of, and passes it on. */
export class EnvironmentNews implements EnvironmentAnnouncer {
  private readonly noted = new Set<string>();

  constructor(private readonly announcer: EnvironmentAnnouncer) {}

  announce(environmentId: string) {
    // noted first: whoever hears of it shall find it noted
    this.noted.add(environmentId);
    this.announcer.announce(environmentId);
  }

  /** Ids of environments with news since it was last asked. */
  take(): string[] {
    const ids = [...this.noted];
    this.noted.clear();
    return ids;
  }
}
