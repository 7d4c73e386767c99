import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { ago } from '../__testUtils__/moments';
import { valuePart } from '../__testUtils__/overviews';
import {
  blockedPlan,
  idlePlan,
  losingPlan,
  upgradePlan,
} from '../__testUtils__/plans';
import { PlanPage } from './PlanPage';
import type { PlanPageProps } from './PlanPage';
import * as stories from './PlanPage.stories';

describeStories(stories);

const back = { label: 'Choose another version', href: '/upgrade' };

async function show(
  plan: typeof upgradePlan,
  props: Partial<PlanPageProps> = {},
) {
  renderInTestApp(
    <PlanPage back={back} part={valuePart(plan, 'The portal')} {...props} />,
  );
  return screen.findByRole('complementary', { name: 'Apply this plan' });
}

/** As if from the clipboard: one step for a whole text. */
async function fill(field: HTMLElement, text: string) {
  await userEvent.click(field);
  await userEvent.paste(text);
}

const sectionTitles = () =>
  screen
    .getAllByRole('heading', { level: 4 })
    .map(heading => heading.querySelector('strong')?.textContent);
const allSections = [
  'Images',
  'Values',
  'Kubernetes objects',
  'Database',
  'Infrastructure',
  'Money',
  'Way back',
];

describe('PlanPage', () => {
  it.each([
    ['an upgrade', upgradePlan],
    ['a loss', losingPlan],
    ['nothing', idlePlan],
  ])('has the same sections in the same order for %s', async (_, plan) => {
    await show(plan);
    expect(sectionTitles()).toEqual(allSections);
  });

  it('calls nothing what was stopped before it was worked out', async () => {
    await show({ ...idlePlan, findings: blockedPlan.findings });
    expect(screen.queryByText(/^There is nothing to do/)).toBeNull();
    cleanup();
    await show(idlePlan);
    expect(screen.getAllByText(/^There is nothing to do/)).not.toHaveLength(0);
  });

  it('folds what is quiet and opens what is red', async () => {
    await show(losingPlan);
    const expanded = screen
      .getAllByRole('button', { expanded: true })
      .map(button => button.querySelector('strong')?.textContent);
    expect(expanded).toEqual(['Database', 'Infrastructure', 'Way back']);
    expect(screen.getByRole('button', { name: /^Images/ })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  });

  it('counts, and shows both sides of what changes', async () => {
    await show(upgradePlan);
    const counts = within(
      screen.getByRole('list', { name: 'What this plan does' }),
    ).getAllByRole('listitem');
    expect(counts.map(({ textContent }) => textContent)).toEqual([
      '2 added',
      '4 changed',
      '0 removed',
      '0 replaced',
      '0 deleted',
    ]);
    await userEvent.click(screen.getByRole('button', { name: /^Values/ }));
    const row = screen.getByText('config.logLevel').closest('li');
    expect(row?.querySelector('del')).toHaveTextContent('INFO');
    expect(row?.querySelector('ins')).toHaveTextContent('DEBUG');
  });

  it('applies with a reason, and only with one', async () => {
    const onApply = jest.fn();
    const panel = await show(upgradePlan, { onApply });
    const button = within(panel).getByRole('button', {
      name: 'Upgrade diagnostics-staging',
    });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(
      'Say why first: the history keeps it.',
    );
    await fill(
      within(panel).getByRole('textbox', { name: /Why/ }),
      ' Live traces ',
    );
    expect(
      within(panel).queryByRole('textbox', { name: /Type/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(button);
    expect(onApply).toHaveBeenCalledWith('Live traces');
  });

  it('wants the name typed where something is lost', async () => {
    const onApply = jest.fn();
    const panel = await show(losingPlan, { onApply });
    await fill(
      within(panel).getByRole('textbox', { name: /Why/ }),
      'New sessions',
    );
    const button = within(panel).getByRole('button', {
      name: 'Upgrade diagnostics-staging',
    });
    expect(button).toHaveAccessibleDescription(
      'Type diagnostics-staging to confirm what is lost.',
    );
    expect(panel).toHaveTextContent(
      'Cache is replaced and revision 0004 loses data.',
    );
    await fill(
      within(panel).getByRole('textbox', { name: /Type diagnostics-staging/ }),
      'diagnostics-staging',
    );
    await userEvent.click(button);
    expect(onApply).toHaveBeenCalledWith('New sessions');
  });

  it('says blockers first, and is off because of them', async () => {
    const panel = await show(blockedPlan);
    const findings = within(
      screen.getByRole('list', { name: 'Findings' }),
    ).getAllByText(/^(Stops this|Good to know):/);
    expect(findings.map(({ textContent }) => textContent)).toEqual([
      'Stops this: The database would have two heads: 0003 and 0003b',
      'Good to know: Pods need 1.5 GiB more; the nodes have 5.2 GiB free',
    ]);
    expect(
      within(panel).getByRole('button', { name: /^Upgrade/ }),
    ).toHaveAccessibleDescription(
      'A finding stops this plan: The database would have two heads: 0003 and 0003b',
    );
  });

  it('replaces the form by the way to a new plan when the world moved', async () => {
    const onPlanAnew = jest.fn();
    const panel = await show(upgradePlan, {
      onPlanAnew,
      refusal: {
        headline: 'Something changed since this plan',
        text: 'values: config.logLevel. Nothing was done.',
        anew: true,
      },
    });
    expect(within(panel).getByRole('alert')).toHaveTextContent(
      'Something changed since this plan',
    );
    expect(within(panel).getByRole('alert')).toHaveTextContent(
      'values: config.logLevel',
    );
    expect(within(panel).queryByRole('textbox')).not.toBeInTheDocument();
    await userEvent.click(
      within(panel).getByRole('button', { name: 'See the new plan' }),
    );
    expect(onPlanAnew).toHaveBeenCalledTimes(1);
  });

  it('sees by itself that a plan has expired', async () => {
    const panel = await show({ ...upgradePlan, expiresAt: ago(1) });
    expect(within(panel).getByRole('alert')).toHaveTextContent(
      'This plan has expired',
    );
    expect(
      within(panel).queryByRole('button', { name: /^Upgrade/ }),
    ).not.toBeInTheDocument();
  });

  it('says that there is nothing to do', async () => {
    const panel = await show(idlePlan);
    expect(panel).toHaveTextContent(
      'There is nothing to do: what runs is what this plan wants.',
    );
  });
});
