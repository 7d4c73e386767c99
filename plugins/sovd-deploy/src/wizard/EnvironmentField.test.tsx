import '../__testUtils__/wideWindow';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parse } from 'yaml';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonValue } from '@backstage/types';
import type { Finding, SovdDeployApi } from '@sovd/plugin-sovd-deploy-common';
import { frankfurtTarget } from '../__testUtils__/environments';
import {
  applicationAnswers,
  applicationCatalog,
} from '../__testUtils__/existingApplication';
import { fakeApi } from '../__testUtils__/fakeBackend';
import { fleetApplication, virginiaTarget } from '../__testUtils__/form';
import { sovdDeployApiRef } from '../api';
import { EnvironmentField } from './EnvironmentField';
import { refuseStep } from './refuseStep';

const templateOf = (file: string) =>
  parse(
    readFileSync(
      path.resolve(__dirname, '../../../../templates/sovd-webapp', file),
      'utf8',
    ),
  );
// Each key renders dozens of fields, and the tests share the machine with others.
jest.setTimeout(120_000);

const onCreate = jest.fn();

/** The scaffolder's own wizard with the template's own steps after the first one. */
function renderWizard(
  listTargets: SovdDeployApi['listTargets'] = async () => [virginiaTarget],
) {
  renderSteps('template.yaml', { ...fleetApplication }, { listTargets });
}

const taken: Finding = {
  rule: 'repository-foreign',
  severity: 'blocker',
  headline: 'Another repository stands at that place',
  cause: 'It names another application.',
  nextSteps: [{ label: 'Choose another name' }],
  fields: ['name'],
};

function renderSteps(
  file: string,
  initialState: Record<string, JsonValue>,
  api: Partial<SovdDeployApi>,
) {
  renderInTestApp(
    <SecretsContextProvider>
      <Stepper
        manifest={{
          title: 'SOVD WebApp',
          steps: templateOf(file)
            .spec.parameters.slice(1)
            .map(({ title, ...schema }: { title: string }) => ({
              title,
              schema,
            })),
        }}
        initialState={initialState}
        extensions={[
          {
            name: 'SovdEnvironment',
            component: EnvironmentField,
            validation: refuseStep,
          },
        ]}
        onCreate={onCreate}
      />
    </SecretsContextProvider>,
    {
      apis: [
        [
          sovdDeployApiRef,
          fakeApi({ validate: applicationAnswers.validate, ...api }),
        ],
        [catalogApiRef, applicationCatalog],
      ],
    },
  );
}

const press = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));
const heading = (name: string) =>
  screen.findByRole('heading', { level: 2, name });
async function next(title: string) {
  await press('Next');
  await heading(title);
}
const estimate = () => screen.getByRole('region', { name: 'Estimate' });
const findings = () => screen.getByRole('region', { name: 'Findings' });
const number = (name: string) => screen.getByRole('textbox', { name });
async function retype(field: HTMLElement, text: string) {
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

describe('EnvironmentField', () => {
  beforeEach(() => {
    // The wizard scrolls to its first error, which jsdom can't.
    jest.spyOn(window, 'scrollTo').mockImplementation();
    onCreate.mockReset();
  });

  it('carries the answers through all steps to the review', async () => {
    renderWizard();
    await heading('Placement');
    expect(screen.getByRole('radio', { name: /^Sandbox/ })).toBeChecked();
    await retype(screen.getByRole('textbox', { name: 'Environment' }), 'qa');
    expect(
      screen.getByText(/Becomes namespace fleet-qa and release fleet-qa/),
    ).toBeInTheDocument();
    await next('Engine');
    await next('Sizes');
    await retype(number('Nodes at most'), '6');
    await next('Runtime');
    await next('Budget');
    await press('Back');
    await heading('Runtime');
    await press('Back');
    await heading('Sizes');
    expect(number('Nodes at most')).toHaveValue('6');
    await next('Runtime');
    await next('Budget');
    await press('Review');
    expect(await screen.findByText('Nodes at most')).toBeInTheDocument();
    expect(screen.getByText('cloudformation')).toBeInTheDocument();
    expect(screen.queryByText('Answered by hand')).not.toBeInTheDocument();
    await press('Create');
    expect(onCreate).toHaveBeenCalledWith({
      ...fleetApplication,
      answers: expect.objectContaining({
        environment: 'qa',
        target: 'sandbox',
        nodesMax: 6,
        nodesDesired: 3,
        touched: ['environment', 'nodesMax'],
      }),
    });
  });

  it('moves estimate and findings with each key, and a remedy settles it', async () => {
    renderWizard();
    await heading('Placement');
    await next('Engine');
    await next('Sizes');
    const before = estimate().textContent;
    await retype(number('Nodes'), '5');
    expect(estimate().textContent).not.toBe(before);
    expect(estimate()).toHaveTextContent(/\$1\d\d more than the defaults/);
    await retype(number('Nodes'), '3');
    expect(estimate()).toHaveTextContent('as by default');
    await next('Runtime');

    await retype(number('Backend pods at most'), '30');
    expect(findings()).toHaveTextContent(/to fix/);
    const field = number('Backend pods at most');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/connections/);

    await press('Next');
    expect(
      (await screen.findAllByText(/Runtime, Backend pods at most: /))[0],
    ).toBeInTheDocument();
    expect(await heading('Runtime')).toBeInTheDocument();

    const remedies = within(findings()).getAllByRole('button');
    await userEvent.click(remedies[0]);
    await waitFor(() => expect(findings()).not.toHaveTextContent(/\d to fix/));
    // The button is gone, and the focus isn't lost with it.
    expect(within(findings()).getByRole('status')).toHaveFocus();
    await next('Budget');
  });

  it('refills what nobody touched when the tier changes', async () => {
    renderWizard();
    await heading('Placement');
    await userEvent.click(screen.getByRole('radio', { name: 'Production' }));
    expect(screen.getByRole('textbox', { name: 'Environment' })).toHaveValue(
      'production',
    );
    expect(findings()).toHaveTextContent(/approver/i);
    await press('Next');
    expect(
      (await screen.findAllByText(/^'?.*Placement, .*:/))[0],
    ).toBeInTheDocument();
  });

  it('shows what the target does not offer as off, with the reason', async () => {
    renderWizard();
    await heading('Placement');
    await next('Engine');
    const terraform = screen.getByRole('radio', { name: /^Terraform/ });
    expect(terraform).toBeDisabled();
    expect(terraform.closest('label')).toHaveTextContent(
      "Sandbox on this machine doesn't offer it.",
    );
    await next('Sizes');
    await next('Runtime');
    const monitoring = screen.getByRole('switch', { name: /^Measure it/ });
    expect(monitoring).toBeDisabled();
    expect(monitoring).not.toBeChecked();
    expect(monitoring).toHaveAccessibleDescription(/has no Prometheus/);
  });

  it('offers the versions of the target, and takes another than the first', async () => {
    renderWizard(async () => [
      { ...virginiaTarget, kubernetesVersions: ['1.36', '1.35'] },
    ]);
    await heading('Placement');
    await next('Engine');
    await press(/Kubernetes version/);
    await userEvent.click(await screen.findByRole('option', { name: '1.35' }));
    expect(
      screen.getByRole('button', { name: /1\.35 Kubernetes version/ }),
    ).toBeInTheDocument();
    expect(findings()).toHaveTextContent(/^Nothing to fix/);
  });

  it("shows as off what a shared cluster's stack doesn't make", async () => {
    renderWizard(async () => [
      { ...virginiaTarget, clusterMode: 'existing' as const },
    ]);
    await heading('Placement');
    await next('Engine');
    const version = screen.getByRole('button', { name: /Kubernetes version/ });
    expect(version).toBeDisabled();
    await next('Sizes');
    expect(number('Nodes at most')).toBeDisabled();
    expect(number('Nodes at most')).toHaveAccessibleDescription(
      /shared; the platform team owns it/,
    );
    expect(screen.getByRole('radio', { name: 'One per zone' })).toBeDisabled();
    expect(screen.getByRole('textbox', { name: /^Address/ })).toBeEnabled();
    expect(number('Cache nodes')).toBeEnabled();
    expect(estimate()).not.toHaveTextContent(/NAT/);
  });

  it('asks the portal too, shows what it says, and asks again when told to', async () => {
    const validate = jest
      .fn<
        ReturnType<SovdDeployApi['validate']>,
        Parameters<SovdDeployApi['validate']>
      >()
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValue({ findings: [taken] });
    renderSteps(
      'template.yaml',
      { ...fleetApplication },
      { listTargets: async () => [virginiaTarget], validate },
    );
    await heading('Placement');
    await userEvent.click(
      await within(findings()).findByRole(
        'button',
        { name: 'Ask again' },
        { timeout: 30_000 },
      ),
    );
    expect(
      await within(findings()).findByText(
        taken.headline,
        {},
        { timeout: 30_000 },
      ),
    ).toBeInTheDocument();
    expect(findings()).toHaveTextContent(/1 to fix/);
    expect(findings()).toHaveTextContent(/In Application\./);
    expect(validate).toHaveBeenCalledTimes(2);
  });

  it('can be walked with the keyboard alone', async () => {
    renderWizard(async () => [virginiaTarget, frankfurtTarget]);
    const sandbox = await screen.findByRole('radio', { name: /^Sandbox/ });
    expect(estimate()).toHaveTextContent('Unknown without a target');
    act(() => sandbox.focus());
    await userEvent.keyboard(' ');
    expect(sandbox).toBeChecked();
    await userEvent.tab();
    expect(screen.getByRole('radio', { name: 'Staging' })).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('{Control>}a{/Control}qa');
    expect(screen.getByRole('textbox', { name: 'Environment' })).toHaveValue(
      'qa',
    );
    await userEvent.keyboard('{Enter}');
    expect(await heading('Engine')).toBeInTheDocument();
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
        .mockResolvedValue([virginiaTarget]),
    );
    expect(
      await screen.findByText("The list of targets can't be reached"),
    ).toBeInTheDocument();
    await press('Try again');
    expect(
      await screen.findByRole('radio', { name: /^Sandbox/ }),
    ).toBeInTheDocument();
  });

  it('knows the application that it adds an environment to', async () => {
    renderSteps(
      'add-environment.yaml',
      { application: 'system:default/diagnostics' },
      applicationAnswers,
    );
    await heading('Placement');
    expect(findings()).toHaveTextContent('diagnostics-staging already exists');
    await press('Next');
    expect(
      (await screen.findAllByText(/diagnostics-staging already exists/)).length,
    ).toBeGreaterThan(1);
    expect(await heading('Placement')).toBeInTheDocument();

    await retype(screen.getByRole('textbox', { name: 'Environment' }), 'qa');
    expect(
      screen.getByText(/Becomes namespace diagnostics-qa/),
    ).toBeInTheDocument();
    expect(findings()).toHaveTextContent(/^Nothing to fix/);
    expect(estimate()).toHaveTextContent(/\$\d/);
    await next('Engine');
    await next('Sizes');
    expect(screen.getByRole('textbox', { name: /^Address/ })).toHaveValue(
      '10.1.0.0/16',
    );
    await next('Runtime');
    await next('Budget');
    await press('Review');
    await press('Create');
    expect(onCreate).toHaveBeenCalledWith({
      application: 'system:default/diagnostics',
      answers: expect.objectContaining({
        environment: 'qa',
        vpcCidr: '10.1.0.0/16',
        touched: ['environment'],
      }),
    });
  });

  it('says what to choose when nobody made the application here', async () => {
    renderSteps(
      'add-environment.yaml',
      { application: 'system:default/billing' },
      applicationAnswers,
    );
    expect(
      await screen.findByText(
        'system:default/billing has no environment that this portal made',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/Go back and choose/)).toBeInTheDocument();
  });
});
