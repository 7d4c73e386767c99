import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { degradedOverview, healthyOverview } from '../__testUtils__/overviews';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { outdatedTemplate } from '../__testUtils__/templates';
import { EntityEnvironmentCard } from './EntityEnvironmentCard';

const card = () => screen.findByRole('region', { name: 'Environment' });
const { channel } = healthyOverview;

describe('EntityEnvironmentCard', () => {
  it('shows the environment of the entity and leads to its tab', async () => {
    const getOverview = jest.fn().mockResolvedValue(healthyOverview);
    renderOnEntity(<EntityEnvironmentCard />, { getOverview });
    expect(
      await screen.findByText('Runs sha-1f0c2ab; all 3 pods are ready'),
    ).toBeInTheDocument();
    expect(await card()).toHaveTextContent('Revision 0002');
    expect(
      screen.getByRole('link', { name: 'Open environment' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/diagnostics-staging/environment',
    );
    expect(getOverview).toHaveBeenCalledTimes(1);
    expect(getOverview).toHaveBeenCalledWith(
      { namespace: 'default', name: 'diagnostics-staging' },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('follows the signals of its channel, and no longer once it is gone', async () => {
    const getOverview = jest
      .fn()
      .mockResolvedValueOnce(healthyOverview)
      .mockResolvedValue(degradedOverview);
    const { signals, unmount } = renderOnEntity(<EntityEnvironmentCard />, {
      getOverview,
    });
    await waitFor(() => expect(signals.listenersOf(channel)).toHaveLength(1));
    act(() => signals.send(channel, 1));
    expect(
      await screen.findByText(degradedOverview.headline.headline),
    ).toBeInTheDocument();
    expect(getOverview).toHaveBeenCalledTimes(2);
    unmount();
    expect(signals.listenersOf(channel)).toHaveLength(0);
  });

  it('keeps what it saw when the portal stops answering', async () => {
    const getOverview = jest
      .fn()
      .mockResolvedValueOnce(healthyOverview)
      .mockRejectedValue(new TypeError('Failed to fetch'));
    const { signals } = renderOnEntity(<EntityEnvironmentCard />, {
      getOverview,
    });
    await waitFor(() => expect(signals.listenersOf(channel)).toHaveLength(1));
    act(() => signals.send(channel, 1));
    expect(
      await screen.findByText('State unknown. Last seen healthy.'),
    ).toBeInTheDocument();
    expect(await card()).toHaveTextContent('It gave no answer');
    expect(await card()).toHaveTextContent('sha-1f0c2ab');
    expect(screen.queryByText('Healthy')).not.toBeInTheDocument();
  });

  it('says of an entity that the registry does not know that it is not managed', async () => {
    renderOnEntity(<EntityEnvironmentCard />, {
      getOverview: () => Promise.reject(new NotFoundError('unknown')),
    });
    expect(
      await screen.findByText('Not managed by this portal'),
    ).toBeInTheDocument();
    expect(await card()).toHaveTextContent(
      "This entity says it is an environment, but the portal's registry doesn't know it",
    );
    expect(
      screen.getByRole('link', { name: 'Create an environment' }),
    ).toHaveAttribute('href', '/create');
  });

  it('names who may let a person in', async () => {
    renderOnEntity(<EntityEnvironmentCard />, {
      getOverview: () => Promise.reject(new NotAllowedError('no')),
    });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(await card()).toHaveTextContent(
      'You need the permission sovd.environment.read. workshop, the owner, can give it.',
    );
  });

  it('says that its template can be upgraded, and leads there', async () => {
    const getTemplateStatus = jest.fn().mockResolvedValue(outdatedTemplate);
    renderOnEntity(<EntityEnvironmentCard />, {
      getOverview: async () => healthyOverview,
      getTemplateStatus,
    });
    expect(
      await screen.findByRole('link', {
        name: 'Template 0.3.0 → 0.4.0 available',
      }),
    ).toHaveAttribute('href', '/catalog/default/system/diagnostics');
    expect(getTemplateStatus).toHaveBeenCalledWith('diagnostics', {
      signal: expect.any(AbortSignal),
    });
  });

  it('tries again when asked', async () => {
    const getOverview = jest
      .fn()
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValue(healthyOverview);
    renderOnEntity(<EntityEnvironmentCard />, { getOverview });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('Runs sha-1f0c2ab; all 3 pods are ready'),
    ).toBeInTheDocument();
  });
});
