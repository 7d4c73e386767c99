import { screen } from '@testing-library/react';
import type { EnvironmentKey } from '@sovd/plugin-sovd-deploy-common';
import {
  applicationFleet,
  degradedProduction,
  newestStaging,
} from '../__testUtils__/applications';
import { fleetPage } from '../__testUtils__/fleet';
import {
  applicationEntity,
  renderOnEntity,
} from '../__testUtils__/renderOnEntity';
import { EntityApplicationCard } from './EntityApplicationCard';

const getOverview = async ({ name }: EnvironmentKey) =>
  name === 'diagnostics-production' ? degradedProduction : newestStaging;

describe('EntityApplicationCard', () => {
  it('shows each environment of the application, the worst first', async () => {
    const listEnvironments = jest
      .fn()
      .mockResolvedValue(fleetPage(applicationFleet));
    renderOnEntity(
      <EntityApplicationCard />,
      { listEnvironments, getOverview },
      { entity: applicationEntity },
    );
    expect(
      await screen.findByText(degradedProduction.headline.headline),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('heading', { level: 3 }).map(it => it.textContent),
    ).toEqual(['Production', 'Integration', 'Staging']);
    expect(
      screen.getByRole('link', { name: 'Open production' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/diagnostics-production/environment',
    );
    expect(listEnvironments).toHaveBeenCalledWith(
      { application: 'diagnostics', sort: 'urgency', limit: 200 },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('leads to the form when there is none', async () => {
    renderOnEntity(
      <EntityApplicationCard />,
      { listEnvironments: async () => fleetPage([]) },
      { entity: applicationEntity },
    );
    expect(
      await screen.findByRole('link', { name: 'Create the first environment' }),
    ).toHaveAttribute('href', '/create');
  });
});
