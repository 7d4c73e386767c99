import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { ScalePage } from './ScalePage';
import * as stories from './ScalePage.stories';

describeStories(stories);

const fieldNamed = (name: string) => screen.findByRole('textbox', { name });

async function fill(field: HTMLElement, text: string) {
  await userEvent.clear(field);
  await userEvent.type(field, text);
  await userEvent.tab();
}

describe('ScalePage', () => {
  it('plans another range than the current one', async () => {
    const onPlan = jest.fn();
    renderInTestApp(<ScalePage {...stories.Content.args} onPlan={onPlan} />);
    expect(await fieldNamed('At least')).toHaveValue('3');
    expect(await fieldNamed('At most')).toHaveValue('10');
    expect(
      screen.getByRole('button', { name: 'Plan 3 to 10 backend pods' }),
    ).toHaveAccessibleDescription(
      'It is 3 to 10 backend pods already: give other numbers.',
    );
    await fill(await fieldNamed('At least'), '5');
    await fill(await fieldNamed('At most'), '12');
    await userEvent.click(
      screen.getByRole('button', { name: 'Plan 5 to 12 backend pods' }),
    );
    expect(onPlan).toHaveBeenCalledWith({
      kind: 'scale',
      input: { backendMin: 5, backendMax: 12 },
    });
  });

  it('says that the bounds are the wrong way round', async () => {
    renderInTestApp(<ScalePage {...stories.Content.args} />);
    await fill(await fieldNamed('At least'), '11');
    const button = screen.getByRole('button', {
      name: 'Plan 11 to 10 backend pods',
    });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(
      "At least 11 can't be more than at most 10.",
    );
  });

  it('keeps each number within its limits', async () => {
    renderInTestApp(<ScalePage {...stories.Content.args} />);
    const field = await fieldNamed('At most');
    await fill(field, '99');
    expect(field).toHaveValue('50');
  });
});
