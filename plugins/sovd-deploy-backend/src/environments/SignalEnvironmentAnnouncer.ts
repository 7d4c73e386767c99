import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { FLEET_CHANNEL } from './EnvironmentAnnouncer';
import type { EnvironmentAnnouncer } from './EnvironmentAnnouncer';
import type { EnvironmentRegistry } from './EnvironmentRegistry';

/** Least time between two signals on one channel, in milliseconds. */
export const QUIET_MS = 250;

/**
 * Announces through Backstage's signals. They have no right to subscribe that could be
 * checked, hence the random channels and the message without content.
 */
export class SignalEnvironmentAnnouncer implements EnvironmentAnnouncer {
  /** Keys that were announced within the quiet time, and whether there was more news since. */
  private readonly quiet = new Map<string, { more: boolean }>();

  constructor(
    private readonly signals: Pick<SignalsService, 'publish'>,
    private readonly registry: Pick<EnvironmentRegistry, 'channelOf'>,
    private readonly logger: Pick<LoggerService, 'warn'>,
  ) {}

  announce(environmentId: string) {
    this.coalesce(environmentId, () => this.registry.channelOf(environmentId));
    this.coalesce(FLEET_CHANNEL, async () => FLEET_CHANNEL);
  }

  private coalesce(key: string, channel: () => Promise<string>) {
    const quiet = this.quiet.get(key);
    if (quiet) {
      quiet.more = true;
      return;
    }
    const opened = { more: false };
    this.quiet.set(key, opened);
    setTimeout(() => {
      this.quiet.delete(key);
      if (opened.more) this.coalesce(key, channel);
    }, QUIET_MS).unref();
    this.publish(channel).catch(error => {
      // Browsers refetch by themselves after a while, so a lost signal costs only time.
      this.logger.warn(`A signal could not be sent: ${error}`);
    });
  }

  private async publish(channel: () => Promise<string>) {
    await this.signals.publish({
      recipients: { type: 'broadcast' },
      channel: await channel(),
      message: { version: Date.now() },
    });
  }
}
