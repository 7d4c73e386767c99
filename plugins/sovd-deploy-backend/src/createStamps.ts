import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { Providers } from './Providers';
import { CatalogTemplateVersions } from './stamps/CatalogTemplateVersions';
import { StampComparer } from './stamps/StampComparer';
import { StampProposer } from './stamps/StampProposer';
import { TemplateStatusReader } from './stamps/TemplateStatusReader';

/** Stamps, proposals and the state of templates, over the Git host and the catalog. */
export function createStamps(parts: {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  logger: LoggerService;
  providers: Pick<Providers, 'pullRequests' | 'renderer' | 'stamps'>;
}) {
  const { auth, catalog, logger } = parts;
  const { pullRequests, renderer, stamps } = parts.providers;
  const comparer = new StampComparer({ renderer });
  const proposer = new StampProposer({ comparer, pullRequests, stamps });
  const versions = new CatalogTemplateVersions({ auth, catalog });
  return {
    proposer,
    stamps,
    templateStatus: new TemplateStatusReader({ proposer, stamps, versions }),
    /** Keeps what the template wrote apart; the first proposal makes up for a failure. */
    prepareStamp({ name, repositoryUrl }: Environment): void {
      stamps.prepare(repositoryUrl).catch(error => {
        logger.warn(
          `The base branch of ${repositoryUrl} isn't there yet, after ${name} was registered: ${stringifyError(
            error,
          )}. The first proposal makes it.`,
        );
      });
    },
  };
}
