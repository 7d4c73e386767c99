import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { ENVIRONMENTS_EVENT_TOPIC } from '@sovd/plugin-sovd-deploy-common';
import type { Registrations } from './Registrations';
import { toEnvironmentEntity } from './toEnvironmentEntity';

/** What the provider works with. */
export interface EnvironmentEntityProviderOptions {
  registrations: Pick<Registrations, 'readAll'>;
  /** Runs the regular full reading, once per fleet of backends. */
  taskRunner: SchedulerServiceTaskRunner;
  events: EventsService;
  logger: LoggerService;
}

/**
 * Mirrors the registry into the catalog: one Resource per environment, all of them at
 * regular times and whenever the registry says that there is news.
 *
 * @remarks
 * A registry that can't be read is no empty registry: what the catalog had stays.
 */
export class EnvironmentEntityProvider implements EntityProvider {
  private connection?: EntityProviderConnection;
  private running?: Promise<void>;
  private again = false;

  constructor(private readonly options: EnvironmentEntityProviderOptions) {}

  getProviderName(): string {
    return 'sovd-deploy-environments';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
    const id = `${this.getProviderName()}:refresh`;
    await this.options.events.subscribe({
      id,
      topics: [ENVIRONMENTS_EVENT_TOPIC],
      onEvent: () => this.refresh(),
    });
    await this.options.taskRunner.run({ id, fn: () => this.refresh() });
  }

  /**
   * Reads everything and hands it over. Whoever asks while that goes on gets one more
   * reading after it, since their news may be younger than what is being read.
   */
  async refresh(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.mirror().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async mirror(): Promise<void> {
    do {
      this.again = false;
      try {
        const environments = await this.options.registrations.readAll();
        await this.connection?.applyMutation({
          type: 'full',
          entities: environments.map(environment => ({
            entity: toEnvironmentEntity(environment),
            locationKey: this.getProviderName(),
          })),
        });
      } catch (error) {
        this.options.logger.warn(
          `Environments could not be read and stay as the catalog knows them: ${error}`,
        );
      }
    } while (this.again);
  }
}
