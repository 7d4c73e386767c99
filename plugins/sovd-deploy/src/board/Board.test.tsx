import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { Board } from './Board';
import * as stories from './Board.stories';

describeStories(stories);

const column = (name: string) => screen.findByRole('region', { name });
const rowsOf = (region: HTMLElement) =>
  within(region)
    .getAllByRole('term')
    .map(({ textContent }) => textContent);

describe('Board', () => {
  it('has the same rows in each column, and says in words what differs', async () => {
    renderInTestApp(<Board {...stories.Content.args} />);
    const rows = ['Version', 'Rollout', 'Database', 'Cost'];
    for (const name of ['Integration', 'Staging', 'Production']) {
      expect(rowsOf(await column(name))).toEqual(rows);
    }
    expect(within(await column('Staging')).queryByText('differs')).toBeNull();
    const production = await column('Production');
    expect(within(production).getAllByText('differs')).toHaveLength(2);
    expect(production).toHaveTextContent('2.4.1 differs');
    expect(production).toHaveTextContent('0002 differsstaging: 0003');
  });

  it('leads to each environment, and to the plan of the version before', async () => {
    renderInTestApp(<Board {...stories.Content.args} />);
    const base = '/catalog/default/resource/diagnostics-';
    expect(
      await screen.findByRole('link', { name: 'Staging' }),
    ).toHaveAttribute('href', `${base}staging/environment`);
    const links = screen.getAllByRole('link', { name: /^Plan/ });
    expect(links).toHaveLength(1);
    expect(links[0]).toHaveAccessibleName('Plan 2.6.0 for production');
    expect(links[0]).toHaveAttribute(
      'href',
      `${base}production/environment/upgrade?version=2.6.0`,
    );
  });

  it('is walked through by keyboard in reading order', async () => {
    renderInTestApp(<Board {...stories.Two.args} />);
    await column('Staging');
    const stops: (string | null)[] = [];
    for (let stop = 0; stop < 3; stop += 1) {
      await userEvent.tab();
      stops.push(document.activeElement?.textContent ?? null);
    }
    expect(stops).toEqual([
      'Staging',
      'Plan 2.6.0 for production',
      'Production',
    ]);
  });

  it('tells of each column by itself', async () => {
    renderInTestApp(<Board {...stories.ColumnStates.args} />);
    expect(await column('Demo')).toHaveAttribute('aria-busy', 'true');
    expect(await column('Integration')).toHaveTextContent("can't be reached");
    expect(await column('Staging')).toHaveTextContent('You may not see this');
    expect(await column('Production')).toHaveTextContent(
      /Last seen \d+ min ago/,
    );
    const rollout = within(await column('Production')).getByText('Succeeded');
    expect(rollout.closest('[data-intent]')).toHaveAttribute(
      'data-intent',
      'neutral',
    );
    expect(screen.getAllByText("Can't be compared")).toHaveLength(3);
  });

  it('stacks what would not fit', async () => {
    renderInTestApp(<Board {...stories.Five.args} />);
    const demo = await column('Demo');
    expect(demo.closest('[data-aligned]')).toBeNull();
    cleanup();
    renderInTestApp(<Board {...stories.Four.args} />);
    const staging = await column('Staging');
    expect(staging.closest('[data-aligned]')).not.toBeNull();
  });

  it('says how the first environment is created', async () => {
    renderInTestApp(<Board {...stories.Empty.args} />);
    expect(
      await screen.findByRole('link', { name: 'Create the first environment' }),
    ).toHaveAttribute('href', '/create');
  });
});
