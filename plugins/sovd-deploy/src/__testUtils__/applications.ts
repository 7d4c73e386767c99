import type {
  EnvironmentOverview,
  EnvironmentSummary,
} from '@sovd/plugin-sovd-deploy-common';
import { aboveCost, nearCost } from './costs';
import { fleet } from './fleet';
import {
  databaseMigration,
  degradedOverview,
  healthyOverview,
  release,
  rollout,
  valuePart,
} from './overviews';

const [staging] = fleet;

function summaryOf(
  environment: string,
  more: Partial<EnvironmentSummary> = {},
): EnvironmentSummary {
  const name = `diagnostics-${environment}`;
  return { ...staging, entityRef: `resource:default/${name}`, name, ...more };
}

const stagingSummary = summaryOf('staging');
const integrationSummary = summaryOf('integration');
const productionSummary = summaryOf('production', {
  tier: 'production',
  health: 'degraded',
});

/** All environments of one application, as the list gives them: the worst first. */
export const applicationFleet: EnvironmentSummary[] = [
  productionSummary,
  integrationSummary,
  stagingSummary,
];

/** The images of a release, all with this tag. */
function releaseOf(tag: string, digits: string) {
  return {
    ...release,
    commit: digits.repeat(20),
    images: release.images.map(image => ({
      ...image,
      tag,
      digest: `sha256:${digits.repeat(32)}`,
    })),
  };
}

function named(
  overview: EnvironmentOverview,
  { name, entityRef, tier }: EnvironmentSummary,
): EnvironmentOverview {
  const { answers, ...environment } = overview.environment;
  return {
    ...overview,
    environment: {
      ...environment,
      name,
      entityRef,
      answers: { ...answers, tier: tier === 'production' ? tier : 'staging' },
    },
  };
}

const newest: EnvironmentOverview = {
  ...healthyOverview,
  headline: {
    ...healthyOverview.headline,
    headline: 'Runs 2.6.0; all 3 pods are ready',
  },
  release: valuePart(releaseOf('2.6.0', '6e'), 'Kubernetes'),
  rollout: valuePart({ ...rollout, version: '2.6.0' }, 'Kubernetes'),
  databaseMigration: valuePart(
    { ...databaseMigration, current: ['0003'], heads: ['0003'] },
    'Migration Job',
  ),
  cost: valuePart(nearCost, 'Price book'),
};

export const newestStaging = named(newest, stagingSummary);
export const newestIntegration = named(newest, integrationSummary);

/** Production as it is behind, and well. */
export const olderProduction = named(
  {
    ...healthyOverview,
    headline: {
      ...healthyOverview.headline,
      headline: 'Runs 2.4.1; all 3 pods are ready',
    },
    release: valuePart(releaseOf('2.4.1', '24'), 'Kubernetes'),
    rollout: valuePart({ ...rollout, version: '2.4.1' }, 'Kubernetes'),
    cost: valuePart(aboveCost, 'Price book'),
  },
  productionSummary,
);

/** Production while 2.5.0 can't start there. */
export const degradedProduction: EnvironmentOverview = {
  ...olderProduction,
  health: 'degraded',
  headline: degradedOverview.headline,
  rollout: degradedOverview.rollout,
};
