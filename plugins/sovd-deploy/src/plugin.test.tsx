import { cleanup, screen } from '@testing-library/react';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { fakeApi } from './__testUtils__/fakeBackend';
import { fleetPage } from './__testUtils__/fleet';
import { healthyOverview } from './__testUtils__/overviews';
import {
  applicationEntity,
  environmentEntity,
} from './__testUtils__/renderOnEntity';
import { sovdDeployApiRef } from './api';
import {
  applicationCard,
  boardTab,
  environmentCard,
  environmentTab,
} from './plugin';
import sovdDeployPlugin from '.';

const apis = [
  [
    sovdDeployApiRef,
    fakeApi({
      getOverview: async () => healthyOverview,
      listEnvironments: async () => fleetPage(),
      listChanges: async () => [],
    }),
  ],
] as const;

describe('sovd-deploy', () => {
  it('has a page of all environments', async () => {
    renderTestApp({
      features: [sovdDeployPlugin],
      initialRouteEntries: ['/environments'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [...apis],
    });
    expect(await screen.findByText('diagnostics-staging')).toBeInTheDocument();
  });

  it('puts its card on the page of an environment', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: environmentEntity }),
        environmentCard,
      ],
      apis: [...apis],
    });
    expect(
      await screen.findByText('Runs sha-1f0c2ab; all 3 pods are ready'),
    ).toBeInTheDocument();
  });

  it('puts its tab on the page of an environment', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: environmentEntity }),
        environmentTab,
      ],
      apis: [...apis],
    });
    expect(
      await screen.findByRole('region', { name: 'Rollout' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(
        'Nobody has changed this environment since it was registered.',
      ),
    ).toBeInTheDocument();
  });

  it.each([
    ['Component', applicationEntity],
    ['System', { ...applicationEntity, kind: 'System' }],
  ])('puts card and board on the page of a %s', async (_, entity) => {
    renderTestApp({
      extensions: [createTestEntityPage({ entity }), applicationCard],
      apis: [...apis],
    });
    expect(
      await screen.findByRole('list', { name: 'Environments' }),
    ).toBeInTheDocument();
    cleanup();
    renderTestApp({
      extensions: [createTestEntityPage({ entity }), boardTab],
      apis: [...apis],
    });
    expect(
      (await screen.findAllByRole('link', { name: 'Staging' })).length,
    ).toBeGreaterThan(0);
  });

  it('stays away from components of other applications', async () => {
    const other = EntityCardBlueprint.make({
      name: 'other',
      params: { loader: async () => <p>A card of somebody else</p> },
    });
    const metadata = { name: 'shop', namespace: 'default' };
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: { ...applicationEntity, metadata } }),
        applicationCard,
        other,
      ],
      apis: [...apis],
    });
    expect(
      await screen.findByText('A card of somebody else'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('list', { name: 'Environments' }),
    ).not.toBeInTheDocument();
  });

  it('stays away from resources of another type', async () => {
    const bucket = {
      ...environmentEntity,
      spec: { ...environmentEntity.spec, type: 's3-bucket' },
    };
    const other = EntityCardBlueprint.make({
      name: 'other',
      params: { loader: async () => <p>A card of somebody else</p> },
    });
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: bucket }),
        environmentCard,
        other,
      ],
      apis: [...apis],
    });
    expect(
      await screen.findByText('A card of somebody else'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Environment' }),
    ).not.toBeInTheDocument();
  });
});
