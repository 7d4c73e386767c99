import { render, screen } from '@testing-library/react';
import type { Change } from '@sovd/plugin-sovd-deploy-common';
import {
  abortedChange,
  failedChange,
  runningChange,
  succeededChange,
} from '../__testUtils__/changes';
import { HistoryEntry } from './HistoryEntry';

const entryOf = (change: Change) => {
  render(
    <ul>
      <HistoryEntry change={change} />
    </ul>,
  );
  return screen.getByRole('listitem');
};

describe('HistoryEntry', () => {
  it('says what was done, why, by whom, and how long it took', () => {
    const entry = entryOf(succeededChange);
    expect(entry).toHaveTextContent('Create with sha-1f0c2ab');
    expect(entry).toHaveTextContent('First environment of the workshop team');
    expect(entry).toHaveTextContent('took 2 min 51 s');
    expect(entry).toHaveTextContent('mira.lang');
    expect(entry.querySelector('[data-intent="positive"]')).not.toBeNull();
  });

  it('gives the first cause of a failure', () => {
    const entry = entryOf(failedChange);
    expect(entry).toHaveTextContent('Database could not be created');
    expect(entry).toHaveTextContent('DBInstance quota of 40 is used up');
    expect(entry.querySelector('[data-intent="positive"]')).toBeNull();
  });

  it('says no duration of what has not ended', () => {
    expect(entryOf(runningChange)).not.toHaveTextContent('took');
  });

  it('makes up no reason and no cause', () => {
    const entry = entryOf({ ...abortedChange, reason: undefined });
    expect(entry.querySelectorAll('p')).toHaveLength(3);
  });
});
