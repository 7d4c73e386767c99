import { act, screen, waitFor, within } from '@testing-library/react';
import {
  failedChange,
  releaseLog,
  runningChange,
  succeededChange,
} from '../__testUtils__/changes';
import { creatingOverview, healthyOverview } from '../__testUtils__/overviews';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { currentTemplate, outdatedTemplate } from '../__testUtils__/templates';
import { EntityEnvironmentContent } from './EntityEnvironmentContent';

const region = (name: string) => screen.findByRole('region', { name });

/** A log served as the backend does: what is behind `after`. */
const getChangeLog = jest.fn(async (_: string, after = 0) => ({
  items: releaseLog.filter(({ position }) => position > after),
}));

describe('EntityEnvironmentContent', () => {
  it('looks at its template again when a change begins or ends', async () => {
    const getTemplateStatus = jest
      .fn()
      .mockResolvedValueOnce(currentTemplate)
      .mockResolvedValue(outdatedTemplate);
    const getOverview = jest
      .fn()
      .mockResolvedValueOnce(creatingOverview)
      .mockResolvedValue({
        ...healthyOverview,
        change: { ...runningChange, phase: 'succeeded' },
      });
    const { signals } = renderOnEntity(<EntityEnvironmentContent />, {
      getOverview,
      getTemplateStatus,
    });
    const { channel } = creatingOverview;
    await waitFor(() => expect(signals.listenersOf(channel)).toHaveLength(1));
    await waitFor(() => expect(getTemplateStatus).toHaveBeenCalledTimes(1));
    act(() => signals.send(channel, 1));
    expect(
      await screen.findByRole('link', {
        name: 'Template 0.3.0 → 0.4.0 available',
      }),
    ).toHaveAttribute('href', '/catalog/default/system/diagnostics');
    expect(getTemplateStatus).toHaveBeenCalledTimes(2);
  });

  it('shows a running change with its stages and the end of its log', async () => {
    renderOnEntity(<EntityEnvironmentContent />, {
      getOverview: async () => creatingOverview,
      listChanges: async () => ({ items: [runningChange, failedChange] }),
      getChangeLog,
    });
    const change = await region('Create with sha-1f0c2ab');
    expect(within(change).getByRole('status')).toHaveTextContent(
      /^Database and release: Helm installs revision 1/,
    );
    const stages = within(
      within(change).getByRole('list', { name: 'Stages' }),
    ).getAllByRole('listitem');
    expect(stages.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Infrastructure.*Done/),
      expect.stringMatching(/^Namespace and secrets.*Done/),
      expect.stringMatching(/^Database and release.*Running/),
      expect.stringMatching(/^Verify.*To come/),
      expect.stringMatching(/^Record.*To come/),
    ]);
    expect(await region('Log of Database and release')).toHaveTextContent(
      'Deployment backend: 1 of 3 pods ready',
    );

    expect(await region('Rollout')).toHaveTextContent(
      '1 new ready, 1 new not ready, 1 not there yet',
    );
    expect(await region('Database migration')).toHaveTextContent('0002');
    expect(await region('Stack')).toHaveTextContent('CREATE_COMPLETE');
    expect(
      within(await region('History')).getByText(/DBInstance quota/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All objects, events and logs' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/diagnostics-staging/kubernetes',
    );
  });

  it('reads the history again when the change has ended', async () => {
    const getOverview = jest
      .fn()
      .mockResolvedValueOnce(creatingOverview)
      .mockResolvedValue(healthyOverview);
    const listChanges = jest
      .fn()
      .mockResolvedValueOnce({ items: [runningChange] })
      .mockResolvedValue({ items: [succeededChange] });
    const { signals } = renderOnEntity(<EntityEnvironmentContent />, {
      getOverview,
      listChanges,
      getChangeLog,
    });
    const { channel } = healthyOverview;
    await waitFor(() => expect(signals.listenersOf(channel)).toHaveLength(1));
    await within(await region('History')).findByText('Running');
    act(() => signals.send(channel, 1));

    expect(
      await within(await region('History')).findByText('Succeeded'),
    ).toBeInTheDocument();
    expect(listChanges).toHaveBeenCalledTimes(2);
    // What succeeded is history, not news.
    expect(
      screen.queryByRole('region', { name: 'Create with sha-1f0c2ab' }),
    ).not.toBeInTheDocument();
  });

  it('shows the rest when the history can not be had', async () => {
    renderOnEntity(<EntityEnvironmentContent />, {
      getOverview: async () => healthyOverview,
      listChanges: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    expect(await region('Rollout')).toHaveTextContent('3 of 3 pods ready');
    await waitFor(async () =>
      expect(await region('History')).toHaveTextContent(
        "Change history can't be reached",
      ),
    );
  });
});
