import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { newestStaging, olderProduction } from '../__testUtils__/applications';
import { valuePart } from '../__testUtils__/overviews';
import { stalePart } from '../__testUtils__/partStates';
import { BoardColumn } from './BoardColumn';

const staging = {
  title: 'Staging',
  part: valuePart(newestStaging, 'Kubernetes'),
  href: '/staging',
};
const production = {
  title: 'Production',
  part: valuePart(olderProduction, 'Kubernetes'),
  href: '/production',
};

describe('BoardColumn', () => {
  it('says what differs from the column before', async () => {
    renderInTestApp(<BoardColumn environment={production} before={staging} />);
    const column = await screen.findByRole('region', { name: 'Production' });
    expect(within(column).getAllByText('differs')).toHaveLength(2);
    expect(
      within(column).getByRole('link', { name: 'Production' }),
    ).toHaveAttribute('href', '/production');
  });

  it('gives up the colour of what is old', async () => {
    const part = stalePart(olderProduction);
    renderInTestApp(<BoardColumn environment={{ ...production, part }} />);
    const status = await screen.findByText('Succeeded');
    expect(status.closest('[data-intent]')).toHaveAttribute(
      'data-intent',
      'neutral',
    );
  });
});
