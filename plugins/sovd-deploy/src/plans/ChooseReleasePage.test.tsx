import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { ChooseReleasePage } from './ChooseReleasePage';
import * as stories from './ChooseReleasePage.stories';

describeStories(stories);

describe('ChooseReleasePage', () => {
  it('plans the way back to an earlier revision', async () => {
    const onPlan = jest.fn();
    renderInTestApp(
      <ChooseReleasePage {...stories.Content.args} onPlan={onPlan} />,
    );
    expect(
      await screen.findByRole('radio', { name: '2.5.0, revision 2' }),
    ).toBeChecked();
    await userEvent.click(
      screen.getByRole('radio', { name: 'sha-1f0c2ab, revision 1' }),
    );
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Plan the way back to sha-1f0c2ab',
      }),
    );
    expect(onPlan).toHaveBeenCalledWith({
      kind: 'rollback',
      input: { revision: 1 },
    });
  });

  it('says that there is no earlier release', async () => {
    renderInTestApp(<ChooseReleasePage {...stories.Empty.args} />);
    expect(await screen.findByText('No earlier release')).toBeInTheDocument();
  });
});
