import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { BoardRelation } from './BoardRelation';

const relation = {
  state: 'other' as const,
  headline: 'Production runs other code than staging',
  detail: '2.4.1, not 2.6.0.',
};

describe('BoardRelation', () => {
  it('leads to the plan, where there is one', async () => {
    const action = { label: 'Plan 2.6.0 for production', href: '/upgrade' };
    renderInTestApp(
      <BoardRelation relation={{ ...relation, action }} isNext />,
    );
    expect(
      await screen.findByRole('link', { name: action.label }),
    ).toHaveAttribute('href', '/upgrade');
  });

  it('says why there is none', async () => {
    const note = 'Production is ahead of staging.';
    renderInTestApp(<BoardRelation relation={{ ...relation, note }} />);
    expect(await screen.findByText(note)).toBeInTheDocument();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
