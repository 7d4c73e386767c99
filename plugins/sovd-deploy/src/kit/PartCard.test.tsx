import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { noValue, stalePart } from '../__testUtils__/partStates';
import { healthLook } from './intent';
import { PartCard } from './PartCard';
import type { ShownPart } from './ShownPart';
import { StatusLabel } from './StatusLabel';

const onRetry = jest.fn();

async function cardOf(part: ShownPart<string>) {
  renderInTestApp(
    <PartCard
      title="Rollout"
      part={part}
      onRetry={onRetry}
      aside={() => <StatusLabel look={healthLook.healthy} />}
    >
      {value => value}
    </PartCard>,
  );
  return screen.findByRole('region', { name: 'Rollout' });
}

describe('PartCard', () => {
  it('shows a value with its source and age', async () => {
    const card = await cardOf({
      state: 'value',
      value: 'all ready',
      source: 'Kubernetes',
      observedAt: new Date(Date.now() - 3000).toISOString(),
    });
    expect(card).toHaveTextContent('all ready');
    expect(card).toHaveTextContent(/Kubernetes, \d+ s ago/);
    const label = screen.getByText('Healthy').parentElement;
    expect(label).toHaveAttribute('data-intent', 'positive');
  });

  it('never shows an old value in green', async () => {
    const card = await cardOf(stalePart('all ready'));
    expect(card).toHaveTextContent('all ready');
    expect(card).toHaveTextContent(
      /Last seen \d+ min ago\. The cluster sandbox has not answered since 03:05\./,
    );
    expect(card.querySelector('[data-intent="positive"]')).toBeNull();
    expect(card.querySelector('[data-intent="neutral"]')).not.toBeNull();
  });

  it('says that it loads', async () => {
    const card = await cardOf(noValue.Loading);
    expect(card).toHaveAttribute('aria-busy', 'true');
    expect(
      screen.getByRole('status', { name: 'Loading Rollout' }),
    ).toBeInTheDocument();
  });

  it('says why the source failed, and tries again', async () => {
    const card = await cardOf(noValue.Error);
    expect(card).toHaveTextContent("Kubernetes can't be reached");
    expect(card).toHaveTextContent('closed the connection');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('says which permission is missing and who gives it', async () => {
    const card = await cardOf(noValue.Forbidden);
    expect(card).toHaveTextContent('You may not see this');
    expect(card).toHaveTextContent(
      'You need the permission sovd.environment.read. workshop, the owner, can give it.',
    );
  });

  it('says why there is nothing yet, with the next step', async () => {
    const card = await cardOf(noValue.Absent);
    expect(card).toHaveTextContent('Not deployed yet');
    expect(
      screen.getByRole('link', { name: 'See the running change' }),
    ).toHaveAttribute('href', '/changes');
  });
});
