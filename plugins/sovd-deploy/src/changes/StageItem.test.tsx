import { cleanup, render, screen } from '@testing-library/react';
import type { Stage } from '@sovd/plugin-sovd-deploy-common';
import { releaseLog } from '../__testUtils__/changes';
import { StageItem } from './StageItem';

const stage = {
  name: 'release' as const,
  startedAt: '2026-11-21T10:00:00.000Z',
  summary: 'Revision 1 is deployed',
};
const itemOf = (changes: Partial<Stage>, ended = false) => {
  render(
    <ol>
      <StageItem
        stage={{ ...stage, phase: 'running', ...changes }}
        ended={ended}
        log={releaseLog}
      />
    </ol>,
  );
  return screen.getByRole('listitem');
};
const log = () => screen.queryByRole('region', { name: /^Log of / });

describe('StageItem', () => {
  it('follows the log of the running stage, whose summary stands elsewhere', () => {
    const item = itemOf({});
    expect(item).toHaveAttribute('aria-current', 'step');
    expect(log()).toHaveTextContent('1 of 3 pods ready');
    expect(item).not.toHaveTextContent('Revision 1 is deployed');
  });

  it('folds the log of what succeeded, and says what came of it and how long it took', () => {
    const item = itemOf({
      phase: 'succeeded',
      finishedAt: '2026-11-21T10:01:05.000Z',
    });
    expect(item).toHaveTextContent('1 min 5 s');
    expect(item).toHaveTextContent('Revision 1 is deployed');
    expect(item).not.toHaveAttribute('aria-current');
    expect(log()).toBeNull();
  });

  it('keeps the last words of what failed', () => {
    expect(itemOf({ phase: 'failed' })).toHaveTextContent(
      'Revision 1 is deployed',
    );
    expect(log()).toBeInTheDocument();
  });

  it('tells what was never reached from what is still to come', () => {
    const pending = { phase: 'pending' as const, summary: undefined };
    expect(itemOf(pending, true)).toHaveTextContent('Not reached');
    cleanup();
    expect(itemOf(pending)).not.toHaveTextContent('Not reached');
  });
});
