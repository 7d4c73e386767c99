import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type { SovdDeployApi } from '@sovd/plugin-sovd-deploy-common';
import { frankfurtTarget, sandboxTarget } from '../__testUtils__/environments';
import { fakeApi } from '../__testUtils__/fakeBackend';
import { sovdDeployApiRef } from '../api';
import { TargetField } from './TargetField';

const onCreate = jest.fn();

/** The scaffolder's own wizard with one step, on which stands our field. */
function renderWizard(listTargets: SovdDeployApi['listTargets']) {
  renderInTestApp(
    <SecretsContextProvider>
      <Stepper
        manifest={{
          title: 'SOVD WebApp',
          steps: [
            {
              title: 'Where',
              schema: {
                type: 'object',
                required: ['target'],
                properties: {
                  target: {
                    type: 'string',
                    title: 'Target',
                    'ui:field': 'SovdTarget',
                  },
                },
              },
            },
          ],
        }}
        extensions={[{ name: 'SovdTarget', component: TargetField }]}
        onCreate={onCreate}
      />
    </SecretsContextProvider>,
    { apis: [[sovdDeployApiRef, fakeApi({ listTargets })]] },
  );
}

const review = () =>
  userEvent.click(screen.getByRole('button', { name: 'Review' }));
const create = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Create' }));

describe('TargetField', () => {
  beforeEach(() => {
    // The wizard scrolls to its first error, which jsdom can't.
    jest.spyOn(window, 'scrollTo').mockImplementation();
    onCreate.mockReset();
  });

  it('says of each target where it is and what to know', async () => {
    renderWizard(async () => [sandboxTarget, frankfurtTarget]);
    const sandbox = await screen.findByRole('radio', { name: /^Sandbox/ });
    expect(sandbox.closest('label')).toHaveTextContent(
      'Sandbox on this machine' +
        'eu-central-1, account 123456789012' +
        'Nodes are simulated: pods become ready without running. Migrations run for real.',
    );
    expect(sandbox).not.toBeChecked();
  });

  it('refuses to go on without an answer, and goes on with one', async () => {
    renderWizard(async () => [sandboxTarget, frankfurtTarget]);
    await screen.findByRole('radio', { name: /^Frankfurt/ });
    await review();
    expect(
      (await screen.findAllByText(/required property/))[0],
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('radio', { name: /^Frankfurt/ }));
    await review();
    await create();
    expect(onCreate).toHaveBeenCalledWith({ target: 'frankfurt' });
  });

  it('takes the only target without being asked', async () => {
    renderWizard(async () => [sandboxTarget]);
    expect(
      await screen.findByRole('radio', { name: /^Sandbox/ }),
    ).toBeChecked();
    await review();
    await create();
    expect(onCreate).toHaveBeenCalledWith({ target: 'sandbox' });
  });

  it('says how to get a target when there is none', async () => {
    renderWizard(async () => []);
    expect(
      await screen.findByText('There is no target to choose'),
    ).toBeInTheDocument();
    expect(screen.getByText(/sovdDeploy\.targets/)).toBeInTheDocument();
  });

  it('tries again when the list can not be had', async () => {
    renderWizard(
      jest
        .fn()
        .mockRejectedValueOnce(new TypeError('Failed to fetch'))
        .mockResolvedValue([sandboxTarget]),
    );
    expect(
      await screen.findByText("The list of targets can't be reached"),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('radio', { name: /^Sandbox/ }),
    ).toBeInTheDocument();
  });
});
