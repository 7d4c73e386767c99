import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  ENVIRONMENTS_EVENT_TOPIC,
  sovdDeployPermissions,
  SovdDeployClient,
} from '@sovd/plugin-sovd-deploy-common';
import { ReadAction } from './actions/ReadAction';
import { registerChangeActions } from './actions/registerChangeActions';
import { registerEnvironmentActions } from './actions/registerEnvironmentActions';
import { readDeployConfig } from './config';
import { createFleet } from './createFleet';
import { createOverview } from './createOverview';
import { createPlanner } from './createPlanner';
import type { ProviderSources } from './createProviders';
import { createReconciler } from './createReconciler';
import { createStamps } from './createStamps';
import { EnvironmentValidator } from './environments/EnvironmentValidator';
import { ReferenceJudge } from './environments/ReferenceJudge';
import { SignalEnvironmentAnnouncer } from './environments/SignalEnvironmentAnnouncer';
import { EnvironmentNews } from './fleet/EnvironmentNews';
import { environmentResourceRef, environmentRules } from './permissions';
import type { Providers } from './Providers';
import { createRouter } from './routes/createRouter';
import { EnvironmentAuthorizer } from './routes/EnvironmentAuthorizer';
import { openStores } from './Stores';

/**
 * Makes the plugin.
 *
 * @param createProviders - makes everything outside of the portal that it works with
 * @param stableMs - how long a release has to run well before it counts, in milliseconds
 */
export function createSovdDeployPlugin(
  createProviders: (sources: ProviderSources) => Providers,
  stableMs = 10_000,
) {
  return createBackendPlugin({
    pluginId: 'sovd-deploy',
    register(env) {
      env.registerInit({
        deps: {
          actionsRegistry: actionsRegistryServiceRef,
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          discovery: coreServices.discovery,
          events: eventsServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          signals: signalsServiceRef,
        },
        async init(deps) {
          const { config, events, lifecycle, logger, permissionsRegistry } =
            deps;
          const deploy = readDeployConfig(config);
          const { targets } = deploy;
          const stores = await openStores(deps.database);
          const { changes, registry } = stores;
          const providers = createProviders({ config, deploy, logger });

          permissionsRegistry.addResourceType({
            resourceRef: environmentResourceRef,
            permissions: sovdDeployPermissions,
            rules: Object.values(environmentRules),
            getResources: refs =>
              Promise.all(refs.map(ref => registry.find(ref))),
          });

          const news = new EnvironmentNews(
            new SignalEnvironmentAnnouncer(deps.signals, registry, logger),
          );
          const overview = createOverview({
            stores,
            providers,
            targets,
            announcer: news,
            logger,
          });
          const reconciler = createReconciler({
            stores,
            providers,
            targets,
            announcer: news,
            logger,
            stableMs,
          });

          const { prepareStamp, ...stamps } = createStamps({
            auth: deps.auth,
            catalog: deps.catalog,
            logger,
            providers,
          });

          deps.httpRouter.use(
            createRouter({
              ...createPlanner({ stores, providers, targets }),
              ...stamps,
              auditor: deps.auditor,
              authorizer: new EnvironmentAuthorizer(
                deps.permissions,
                permissionsRegistry,
              ),
              changes,
              httpAuth: deps.httpAuth,
              fleet: createFleet({ news, overview, stores }),
              overview,
              plans: stores.plans,
              references: new ReferenceJudge(deps.catalog),
              registry,
              targets,
              validator: new EnvironmentValidator({
                targets,
                registry,
                sources: providers.sources,
                latestChange: id => changes.latest(id),
              }),
              onStarted: () => reconciler.wake(),
              onAborted: id => reconciler.abort(id),
              onRegistered: environment => {
                prepareStamp(environment);
                return events.publish({
                  topic: ENVIRONMENTS_EVENT_TOPIC,
                  eventPayload: {},
                });
              },
            }),
          );

          const read = new ReadAction({
            api: new SovdDeployClient({
              discoveryApi: deps.discovery,
              fetchApi: { fetch },
            }),
            auditor: deps.auditor,
            auth: deps.auth,
          });
          registerEnvironmentActions(deps.actionsRegistry, read);
          registerChangeActions(deps.actionsRegistry, read);

          lifecycle.addStartupHook(() => {
            providers.start();
            reconciler.start();
          });
          lifecycle.addShutdownHook(async () => {
            await reconciler.stop();
            await providers.stop();
          });
        },
      });
    },
  });
}
