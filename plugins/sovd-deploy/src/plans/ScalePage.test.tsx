import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { ScalePage } from './ScalePage';
import * as stories from './ScalePage.stories';

describeStories(stories);

describe('ScalePage', () => {
  it('plans another number than the current one', async () => {
    const onPlan = jest.fn();
    renderInTestApp(<ScalePage {...stories.Content.args} onPlan={onPlan} />);
    const field = await screen.findByRole('textbox', { name: 'Backend pods' });
    expect(field).toHaveValue('3');
    expect(
      screen.getByRole('button', { name: 'Plan 3 backend pods' }),
    ).toHaveAccessibleDescription('3 are wanted already: give another number.');
    await userEvent.clear(field);
    await userEvent.type(field, '5');
    await userEvent.tab();
    await userEvent.click(
      screen.getByRole('button', { name: 'Plan 5 backend pods' }),
    );
    expect(onPlan).toHaveBeenCalledWith({
      kind: 'scale',
      input: { backendReplicas: 5 },
    });
  });

  it('keeps the number within its limits', async () => {
    renderInTestApp(<ScalePage {...stories.Content.args} />);
    const field = await screen.findByRole('textbox', { name: 'Backend pods' });
    await userEvent.clear(field);
    await userEvent.type(field, '99');
    await userEvent.tab();
    expect(field).toHaveValue('20');
  });
});
