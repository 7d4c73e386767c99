import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { noValue } from '../__testUtils__/partStates';
import { PartState } from './PartState';
import type { ShownPart } from './ShownPart';

async function stateOf(part: ShownPart<never>, onRetry?: () => void) {
  if (part.state === 'value') throw new Error('It has a value');
  renderInTestApp(
    <div data-testid="state">
      <PartState part={part} title="Rollout" onRetry={onRetry} />
    </div>,
  );
  return screen.findByTestId('state');
}

describe('PartState', () => {
  it('names what loads, for people who do not see it', async () => {
    const state = await stateOf(noValue.Loading);
    expect(state).toHaveTextContent('');
    expect(
      screen.getByRole('status', { name: 'Loading Rollout' }),
    ).toBeInTheDocument();
  });

  it('says who failed and why, and offers to try again', async () => {
    const onRetry = jest.fn();
    const state = await stateOf(noValue.Error, onRetry);
    expect(state).toHaveTextContent(
      /^Kubernetes can't be reachedThe cluster sandbox closed the connection \(timeout after 10 s\)\. Tried \d+ (?:s|min) ago\./,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it.each(['Error', 'Forbidden', 'Loading'] as const)(
    'offers nothing that would not help: %s',
    async name => {
      await stateOf(noValue[name]);
      expect(screen.queryByRole('button')).not.toBeInTheDocument();
      expect(screen.queryByRole('link')).not.toBeInTheDocument();
    },
  );

  it('says which permission is missing and who gives it', async () => {
    expect(await stateOf(noValue.Forbidden)).toHaveTextContent(
      'You may not see thisYou need the permission sovd.environment.read. workshop, the owner, can give it.',
    );
  });

  const absent = {
    state: 'absent' as const,
    headline: 'Not deployed yet',
    reason: 'No release was ever rolled out.',
  };

  it('leads to the next step where there is a place for it', async () => {
    await stateOf({
      ...absent,
      nextStep: { label: 'Create', href: '/create' },
    });
    expect(screen.getByRole('link', { name: 'Create' })).toHaveAttribute(
      'href',
      '/create',
    );
  });

  it('says the next step where there is none', async () => {
    const state = await stateOf({ ...absent, nextStep: { label: 'Ask Ann' } });
    expect(state).toHaveTextContent('Ask Ann');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
