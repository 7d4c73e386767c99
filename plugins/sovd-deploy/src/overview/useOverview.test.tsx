import { useState } from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { healthyOverview } from '../__testUtils__/overviews';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { useOverview } from './useOverview';

const parts = new Set<unknown>();

function Probe() {
  const [renders, setRenders] = useState(0);
  const key = { namespace: 'default', name: 'diagnostics-staging' };
  const { part, refresh } = useOverview(key, 'workshop');
  parts.add(part);
  return (
    <>
      <p>{part.state}</p>
      <button onClick={() => setRenders(renders + 1)}>
        rendered {renders}
      </button>
      <button onClick={refresh}>refresh</button>
    </>
  );
}

describe('useOverview', () => {
  it('reads by key, and gives another part only with another answer', async () => {
    const getOverview = jest.fn().mockResolvedValue(healthyOverview);
    renderOnEntity(<Probe />, { getOverview });
    await screen.findByText('value');
    const known = parts.size;
    await userEvent.click(screen.getByRole('button', { name: 'rendered 0' }));
    await screen.findByRole('button', { name: 'rendered 1' });
    expect(parts.size).toBe(known);
    await userEvent.click(screen.getByRole('button', { name: 'refresh' }));
    await waitFor(() => expect(parts.size).toBe(known + 1));
    expect(getOverview).toHaveBeenCalledTimes(2);
    expect(getOverview).toHaveBeenLastCalledWith(
      { namespace: 'default', name: 'diagnostics-staging' },
      { signal: expect.any(AbortSignal) },
    );
  });
});
