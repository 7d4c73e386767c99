import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { SovdDeployApi } from '@sovd/plugin-sovd-deploy-common';
import { answered } from '../__testUtils__/answered';
import {
  failedUpgrade,
  releaseLog,
  runningUpgrade,
  stoppingUpgrade,
  succeededUpgrade,
} from '../__testUtils__/changes';
import {
  creatingOverview,
  healthyOverview,
  release,
  valuePart,
} from '../__testUtils__/overviews';
import { restartPlan, rollbackPlan, upgradePlan } from '../__testUtils__/plans';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { versions } from '../__testUtils__/versions';
import { EntityEnvironmentContent } from './EntityEnvironmentContent';

const key = { namespace: 'default', name: 'diagnostics-staging' };
const withSignal = { signal: expect.any(AbortSignal) };
const upgrading = { ...creatingOverview, change: runningUpgrade };
const newerRelease = {
  ...healthyOverview,
  release: valuePart({ ...release, revision: 3 }, 'Kubernetes'),
};

/** A portal in which everything goes well, but for what a test says. */
function portal(answers: Partial<SovdDeployApi> = {}) {
  return {
    getOverview: jest.fn(async () => healthyOverview),
    listChanges: jest.fn(async () => ({
      items: [failedUpgrade, succeededUpgrade],
    })),
    listVersions: jest.fn(async () => versions),
    plan: jest.fn(async () => upgradePlan),
    getPlan: jest.fn(async () => upgradePlan),
    startChange: jest.fn(async () => runningUpgrade),
    getChange: jest.fn(async () => runningUpgrade),
    abortChange: jest.fn(async () => stoppingUpgrade),
    getChangeLog: jest.fn(async (_: string, after = 0) => ({
      items: releaseLog.filter(({ position }) => position > after),
    })),
    ...answers,
  };
}

const heading = (name: string | RegExp) =>
  screen.findByRole('heading', { level: 3, name });
const panel = () =>
  screen.findByRole('complementary', { name: 'Apply this plan' });

/** As if from the clipboard: one step for a whole text. */
async function fill(field: HTMLElement, text: string) {
  await userEvent.click(field);
  await userEvent.paste(text);
}

async function apply() {
  const form = await panel();
  await fill(within(form).getByRole('textbox', { name: /Why/ }), 'Live traces');
  await userEvent.click(
    within(form).getByRole('button', { name: 'Upgrade diagnostics-staging' }),
  );
}

describe('EnvironmentRoutes', () => {
  it('leads from the tab over version and plan to the change', async () => {
    const api = portal();
    renderOnEntity(<EntityEnvironmentContent />, api, { at: '' });
    await userEvent.click(await screen.findByRole('link', { name: 'Upgrade' }));

    await heading('Upgrade diagnostics-staging, now sha-1f0c2ab');
    await waitFor(() =>
      expect(document.title).toContain(
        'Upgrade diagnostics-staging, now sha-1f0c2ab',
      ),
    );
    await userEvent.click(await screen.findByRole('radio', { name: '2.5.0' }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Plan the upgrade to 2.5.0' }),
    );
    expect(api.plan).toHaveBeenCalledWith(
      key,
      { kind: 'upgrade', input: { version: '2.5.0' } },
      withSignal,
    );

    await heading('Upgrade diagnostics-staging from sha-1f0c2ab to 2.5.0');
    expect(api.getPlan).toHaveBeenCalledWith(
      key,
      upgradePlan.digest,
      withSignal,
    );
    await apply();
    expect(api.startChange).toHaveBeenCalledWith(key, {
      kind: 'upgrade',
      planDigest: upgradePlan.digest,
      reason: 'Live traces',
    });

    await heading('Upgrade from sha-1f0c2ab to 2.5.0');
    expect(
      await screen.findByRole('list', { name: 'Stages' }),
    ).toBeInTheDocument();
    expect(api.getChange).toHaveBeenCalledWith(runningUpgrade.id, withSignal);
  });

  it('names what moved since a plan, and makes a new one', async () => {
    const newer = { ...upgradePlan, digest: `sha256:${'ee'.repeat(32)}` };
    const api = portal({
      startChange: jest.fn(async () => {
        throw await answered(
          409,
          'ConflictError',
          'Something has moved since this was planned: values: config.logLevel. Nothing was changed; plan again and look at it',
        );
      }),
      plan: jest.fn(async () => newer),
      getPlan: jest.fn(async (_, digest) =>
        digest === newer.digest ? newer : upgradePlan,
      ),
    });
    renderOnEntity(<EntityEnvironmentContent />, api, {
      at: `/plans/${upgradePlan.digest}`,
    });
    await apply();
    const alert = await within(await panel()).findByRole('alert');
    expect(alert).toHaveTextContent('Something changed since this plan');
    expect(alert).toHaveTextContent(
      'values: config.logLevel. Nothing was done.',
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'See the new plan' }),
    );
    expect(api.plan).toHaveBeenCalledWith(key, upgradePlan.request, withSignal);
    expect(await screen.findByTitle(newer.digest)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /Why/ })).toHaveValue('');
  });

  it('says that a plan is gone', async () => {
    const api = portal({
      getPlan: async () => {
        throw await answered(404, 'NotFoundError', 'no such plan');
      },
    });
    renderOnEntity(<EntityEnvironmentContent />, api, {
      at: '/plans/sha256:0',
    });
    expect(
      await screen.findByText('This plan is no longer there'),
    ).toBeInTheDocument();
  });

  it('plans a restart at once', async () => {
    const api = portal({
      plan: jest.fn(async () => restartPlan),
      getPlan: jest.fn(async () => restartPlan),
    });
    renderOnEntity(<EntityEnvironmentContent />, api, { at: '/restart' });
    expect(
      await screen.findByRole('complementary', { name: 'Apply this plan' }),
    ).toBeInTheDocument();
    expect(api.plan).toHaveBeenCalledTimes(1);
    expect(api.plan).toHaveBeenCalledWith(
      key,
      { kind: 'restart', input: {} },
      withSignal,
    );
  });

  it('plans the way back to a release of the history', async () => {
    const api = portal({
      getOverview: async () => newerRelease,
      plan: jest.fn(async () => rollbackPlan),
      getPlan: jest.fn(async () => rollbackPlan),
    });
    renderOnEntity(<EntityEnvironmentContent />, api, { at: '/rollback' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Plan the way back to 2.5.0' }),
    );
    expect(api.plan).toHaveBeenCalledWith(
      key,
      { kind: 'rollback', input: { revision: 2 } },
      withSignal,
    );
    await heading('Roll back diagnostics-staging from 2.5.0 to sha-1f0c2ab');
  });

  it('begins scaling at what is wanted now', async () => {
    renderOnEntity(<EntityEnvironmentContent />, portal(), { at: '/scale' });
    expect(
      await screen.findByRole('textbox', { name: 'At least' }),
    ).toHaveValue('3');
    expect(screen.getByRole('textbox', { name: 'At most' })).toHaveValue('10');
  });

  it('begins an upgrade at the version that another page named', async () => {
    renderOnEntity(
      <EntityEnvironmentContent />,
      portal({ listVersions: async () => versions }),
      { at: '/upgrade?version=2.5.0' },
    );
    expect(await screen.findByRole('radio', { name: '2.5.0' })).toBeChecked();
  });

  it('stops a change, and shows that it goes back', async () => {
    const api = portal({
      getOverview: async () => upgrading,
      getChange: jest
        .fn()
        .mockResolvedValueOnce(runningUpgrade)
        .mockResolvedValue(stoppingUpgrade),
    });
    renderOnEntity(<EntityEnvironmentContent />, api, {
      at: `/changes/${runningUpgrade.id}`,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop and go back' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop it now' }),
    );
    expect(api.abortChange).toHaveBeenCalledWith(runningUpgrade.id);
    expect(
      await screen.findByText('It is on its way back.'),
    ).toBeInTheDocument();
  });

  it('says that a change runs on which could not be stopped', async () => {
    const api = portal({
      getOverview: async () => upgrading,
      abortChange: async () => {
        throw await answered(409, 'ConflictError', 'it has ended');
      },
    });
    renderOnEntity(<EntityEnvironmentContent />, api, {
      at: `/changes/${runningUpgrade.id}`,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop and go back' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop it now' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It runs on. It answered 409: it has ended.',
    );
  });

  it('shows no change of another environment', async () => {
    const api = portal({
      getChange: async () => ({
        ...runningUpgrade,
        environmentRef: 'resource:default/ota-staging',
      }),
    });
    renderOnEntity(<EntityEnvironmentContent />, api, { at: '/changes/9' });
    expect(await screen.findByText('No such change')).toBeInTheDocument();
  });

  it('keeps the actions on the tab while a change runs, and off', async () => {
    renderOnEntity(
      <EntityEnvironmentContent />,
      portal({ getOverview: async () => upgrading }),
      { at: '' },
    );
    const upgrade = await screen.findByRole('button', { name: 'Upgrade' });
    expect(upgrade).toBeDisabled();
    expect(upgrade).toHaveAccessibleDescription(
      /^Upgrade, scale and restart wait: change “Upgrade from sha-1f0c2ab to 2.5.0” is running \(mira.lang, \d+ min\)/,
    );
  });

  it('names who may let a person plan', async () => {
    renderOnEntity(
      <EntityEnvironmentContent />,
      portal({
        // Decisions are remembered by resource.
        getOverview: async () => ({
          ...healthyOverview,
          environment: {
            ...healthyOverview.environment,
            entityRef: 'resource:default/closed-staging',
          },
        }),
      }),
      {
        at: '',
        permissions: {
          authorize: async () => ({ result: AuthorizeResult.DENY }),
        },
      },
    );
    expect(
      await screen.findByText(
        'You need the permission sovd.change.plan. workshop, the owner, can give it.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Upgrade' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Roll back' })).toBeDisabled();
  });

  it('shows the whole log of a change', async () => {
    const api = portal();
    renderOnEntity(<EntityEnvironmentContent />, api, {
      at: `/changes/${failedUpgrade.id}/log`,
    });
    await heading('Log of this change');
    await waitFor(() =>
      expect(api.getChangeLog).toHaveBeenCalledWith(
        failedUpgrade.id,
        releaseLog.length,
        withSignal,
      ),
    );
    expect(
      screen.getByRole('link', { name: 'Back to the change' }),
    ).toBeInTheDocument();
  });
});
