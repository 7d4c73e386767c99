import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { ChooseVersionPage } from './ChooseVersionPage';
import * as stories from './ChooseVersionPage.stories';

describeStories(stories);

describe('ChooseVersionPage', () => {
  it('has the newest good version chosen, and plans another one', async () => {
    const onPlan = jest.fn();
    renderInTestApp(
      <ChooseVersionPage {...stories.Content.args} onPlan={onPlan} />,
    );
    expect(await screen.findByRole('radio', { name: '2.6.0' })).toBeChecked();
    expect(screen.getByRole('radio', { name: '2.7.0-rc1' })).toBeDisabled();
    expect(screen.getByRole('radio', { name: 'sha-1f0c2ab' })).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: '2.5.0' }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Plan the upgrade to 2.5.0' }),
    );
    expect(onPlan).toHaveBeenCalledWith({
      kind: 'upgrade',
      input: { version: '2.5.0' },
    });
    expect(
      screen.getByRole('link', { name: 'See how 2.5.0 went' }),
    ).toHaveAttribute('href', '/environment/changes/change-5');
  });

  it('has the version chosen that somebody came for, however old it is', async () => {
    renderInTestApp(
      <ChooseVersionPage {...stories.Many.args} wanted="2.3.0" />,
    );
    expect(await screen.findByRole('radio', { name: '2.3.0' })).toBeChecked();
    expect(
      screen.getByRole('button', { name: 'Plan the upgrade to 2.3.0' }),
    ).toBeEnabled();
  });

  it('says why another one than the wanted is chosen', async () => {
    renderInTestApp(<ChooseVersionPage {...stories.Wanted.args} />);
    expect(
      await screen.findByText(/^9\.9\.9 isn't among the images/),
    ).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: '2.6.0' })).toBeChecked();
  });

  it('says how a version is made where there is no other', async () => {
    renderInTestApp(<ChooseVersionPage {...stories.Empty.args} />);
    expect(await screen.findByText('No other version')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open the repository' }),
    ).toHaveAttribute('href', 'http://localhost:15080/sovd/diagnostics');
  });

  it('shows the rest of many versions when asked', async () => {
    renderInTestApp(<ChooseVersionPage {...stories.Many.args} />);
    expect(await screen.findAllByRole('radio')).toHaveLength(12);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all 40 versions' }),
    );
    expect(screen.getAllByRole('radio')).toHaveLength(40);
  });

  it.each([
    ['Waiting', /wait: change/],
    ['NoneFree', 'None of these versions can be chosen.'],
  ] as const)('says why the button is off: %s', async (name, reason) => {
    renderInTestApp(<ChooseVersionPage {...stories[name].args} />);
    const button = await screen.findByRole('button', {
      name: /^Plan the upgrade/,
    });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(reason);
  });
});
