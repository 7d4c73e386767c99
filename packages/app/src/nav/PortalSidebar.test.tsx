import { screen, within } from '@testing-library/react';
import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import { navModule } from './navModule';

/** A plugin with one page, which the app puts into its sidebar. */
const pageOf = (pluginId: string, title: string) =>
  createFrontendPlugin({
    pluginId,
    extensions: [
      PageBlueprint.make({
        params: {
          path: `/${pluginId}`,
          title,
          icon: <i />,
          routeRef: createRouteRef(),
          loader: async () => <p>{title}</p>,
        },
      }),
    ],
  });

async function linksWith(...pages: ReturnType<typeof pageOf>[]) {
  renderTestApp({
    features: [
      ...pages,
      notificationsPlugin,
      searchPlugin,
      userSettingsPlugin,
      navModule,
    ],
  });
  const nav = await screen.findByRole('navigation', { name: /sidebar/ });
  return within(nav)
    .getAllByRole('link')
    .map(link => link.getAttribute('href'));
}

describe('PortalSidebar', () => {
  it('puts first what is used most, and pages that nobody placed by title', async () => {
    const links = await linksWith(
      pageOf('apis', 'Zebra'),
      pageOf('zoo', 'Animals'),
      pageOf('sovd-deploy', 'Environments'),
      pageOf('scaffolder', 'Create'),
      pageOf('catalog', 'Catalog'),
    );
    expect(links).toEqual([
      '/',
      '/catalog',
      '/scaffolder',
      '/sovd-deploy',
      '/zoo',
      '/apis',
      '/notifications',
      '/settings',
    ]);
  });

  it('shows no page twice that has an item of its own, and no graph', async () => {
    const links = await linksWith(pageOf('catalog-graph', 'Catalog Graph'));
    expect(links).toEqual(['/', '/notifications', '/settings']);
  });
});
