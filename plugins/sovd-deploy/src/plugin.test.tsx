import { cleanup, screen } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';
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
import { outdatedTemplate } from './__testUtils__/templates';
import { sovdDeployApiRef } from './api';
import {
  applicationCard,
  boardTab,
  environmentCard,
  environmentTab,
  templateCard,
} from './plugin';
import sovdDeployPlugin from '.';

const apis = [
  [
    sovdDeployApiRef,
    fakeApi({
      getOverview: async () => healthyOverview,
      listEnvironments: async () => fleetPage(),
      listChanges: async () => ({ items: [] }),
      getTemplateStatus: async () => outdatedTemplate,
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
  ])('puts cards and board on the page of a %s', async (_, entity) => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity }),
        applicationCard,
        templateCard,
      ],
      apis: [...apis],
    });
    expect(
      await screen.findByRole('list', { name: 'Environments' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('sovd-webapp 0.3.0 → 0.4.0 available'),
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

  it.each<[string, Entity, ExtensionDefinition[]]>([
    [
      'components of other applications',
      {
        ...applicationEntity,
        metadata: { name: 'shop', namespace: 'default' },
      },
      [applicationCard, templateCard],
    ],
    [
      'resources of another type',
      {
        ...environmentEntity,
        spec: { ...environmentEntity.spec, type: 's3-bucket' },
      },
      [environmentCard],
    ],
  ])('stays away from %s', async (_, entity, cards) => {
    const other = EntityCardBlueprint.make({
      name: 'other',
      params: { loader: async () => <p>A card of somebody else</p> },
    });
    renderTestApp({
      extensions: [createTestEntityPage({ entity }), ...cards, other],
      apis: [...apis],
    });
    expect(
      await screen.findByText('A card of somebody else'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: /^(Environments?|Template)$/ }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('list', { name: 'Environments' }),
    ).not.toBeInTheDocument();
  });
});
