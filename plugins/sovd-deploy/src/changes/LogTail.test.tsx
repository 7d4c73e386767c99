import { render, screen } from '@testing-library/react';
import { releaseLog } from '../__testUtils__/changes';
import { LogTail } from './LogTail';

describe('LogTail', () => {
  it('shows the last eight lines, which a keyboard can scroll', () => {
    const more = [...releaseLog, ...releaseLog];
    render(<LogTail entries={more} label="Log" />);
    const log = screen.getByRole('region', { name: 'Log' });
    expect(log.textContent?.split('\n')).toEqual(
      more.slice(-8).map(({ text }) => text),
    );
    expect(log).toHaveAttribute('tabindex', '0');
  });

  it('takes no room without lines', () => {
    const { container } = render(<LogTail entries={[]} label="Log" />);
    expect(container).toBeEmptyDOMElement();
  });
});
