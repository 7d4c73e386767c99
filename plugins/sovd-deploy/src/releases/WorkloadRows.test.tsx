import { render, screen, within } from '@testing-library/react';
import { failedRollout } from '../__testUtils__/overviews';
import { WorkloadRows } from './WorkloadRows';

describe('WorkloadRows', () => {
  it('counts what is ready and what is new, and cuts the digest', () => {
    render(<WorkloadRows workloads={failedRollout.workloads} />);
    const row = screen.getByRole('row', { name: /^backend/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual([
      "2 old ready, 1 new not ready: container backend: exit code 1, KeyError: 'JWT_ISSUER'",
      '2 / 3',
      '1 / 3',
      '2.5.0sha256:1f0c2ab94e…',
    ]);
  });

  it('shows an image without a digest whole', () => {
    const [workload] = failedRollout.workloads;
    render(<WorkloadRows workloads={[{ ...workload, image: 'nginx:1' }]} />);
    expect(screen.getByTitle('nginx:1')).toHaveTextContent('nginx:1');
  });
});
