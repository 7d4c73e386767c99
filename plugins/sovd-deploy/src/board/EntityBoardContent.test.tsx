import { act, screen, waitFor, within } from '@testing-library/react';
import { NotAllowedError } from '@backstage/errors';
import type {
  EnvironmentKey,
  EnvironmentOverview,
} from '@sovd/plugin-sovd-deploy-common';
import {
  applicationFleet,
  newestIntegration,
  newestStaging,
  olderProduction,
} from '../__testUtils__/applications';
import { fleetPage } from '../__testUtils__/fleet';
import {
  applicationEntity,
  renderOnEntity,
} from '../__testUtils__/renderOnEntity';
import { currentTemplate, outdatedTemplate } from '../__testUtils__/templates';
import { EntityBoardContent } from './EntityBoardContent';

const overviews: Record<string, EnvironmentOverview> = {
  'diagnostics-integration': newestIntegration,
  'diagnostics-staging': newestStaging,
  'diagnostics-production': olderProduction,
};
const getOverview = async ({ name }: EnvironmentKey) => ({
  ...overviews[name],
  channel: `channel of ${name}`,
});
const onApplication = { entity: applicationEntity };

describe('EntityBoardContent', () => {
  it('reads the environments of the application, and each of them live', async () => {
    const listEnvironments = jest
      .fn()
      .mockResolvedValue(fleetPage(applicationFleet));
    const read = jest.fn(getOverview);
    const { signals } = renderOnEntity(
      <EntityBoardContent />,
      { listEnvironments, getOverview: read },
      onApplication,
    );
    expect(
      await screen.findByRole('link', { name: 'Plan 2.6.0 for production' }),
    ).toBeInTheDocument();
    expect(listEnvironments).toHaveBeenCalledWith(
      expect.objectContaining({ application: 'diagnostics' }),
      { signal: expect.any(AbortSignal) },
    );
    expect(
      screen.getAllByRole('heading', { level: 3 }).map(it => it.textContent),
    ).toEqual(['Integration', 'Staging', 'Production']);

    const channel = 'channel of diagnostics-production';
    await waitFor(() => expect(signals.listenersOf(channel)).toHaveLength(1));
    overviews['diagnostics-production'] = {
      ...newestStaging,
      environment: olderProduction.environment,
    };
    act(() => signals.send(channel, 1));
    await waitFor(() =>
      expect(screen.getAllByText('Same code')).toHaveLength(2),
    );
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('shows the other columns when one may not be seen', async () => {
    renderOnEntity(
      <EntityBoardContent />,
      {
        listEnvironments: async () => fleetPage(applicationFleet),
        getOverview: key =>
          key.name === 'diagnostics-integration'
            ? Promise.reject(new NotAllowedError('no'))
            : getOverview(key),
      },
      onApplication,
    );
    const integration = await screen.findByRole('region', {
      name: 'Integration',
    });
    expect(
      await within(integration).findByText('You may not see this'),
    ).toBeInTheDocument();
    expect(integration).toHaveTextContent('workshop, the owner, can give it.');
    expect(
      await within(screen.getByRole('region', { name: 'Staging' })).findByText(
        'Healthy',
      ),
    ).toBeInTheDocument();
  });

  it('offers one environment more, or says what it waits for', async () => {
    const answers = {
      listEnvironments: async () => fleetPage(applicationFleet),
      getOverview,
    };
    const { unmount } = renderOnEntity(
      <EntityBoardContent />,
      { ...answers, getTemplateStatus: async () => currentTemplate },
      onApplication,
    );
    expect(
      await screen.findByRole('link', { name: 'Add environment' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(
        /^\/create\/templates\/default\/sovd-webapp-environment\?formData=/,
      ),
    );
    unmount();
    renderOnEntity(
      <EntityBoardContent />,
      { ...answers, getTemplateStatus: async () => outdatedTemplate },
      onApplication,
    );
    expect(
      await screen.findByText(/^Upgrade the template first/),
    ).toBeInTheDocument();
  });

  it('leads to the form when there is no environment', async () => {
    renderOnEntity(
      <EntityBoardContent />,
      { listEnvironments: async () => fleetPage([]) },
      onApplication,
    );
    expect(
      await screen.findByRole('link', { name: 'Create the first environment' }),
    ).toHaveAttribute('href', '/create');
    expect(screen.getByText(/diagnostics runs nowhere/)).toBeInTheDocument();
  });
});
