import type { PropsWithChildren } from 'react';
import { renderHook, waitFor } from '@testing-library/react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  applicationAnswers,
  applicationCatalog,
} from '../__testUtils__/existingApplication';
import { fakeApi } from '../__testUtils__/fakeBackend';
import { sovdDeployApiRef } from '../api';
import { useApplication } from './useApplication';

function render(form: Record<string, unknown>, answers = {}) {
  const api = fakeApi({ ...applicationAnswers, ...answers });
  const wrapper = ({ children }: PropsWithChildren) => (
    <TestApiProvider
      apis={[
        [sovdDeployApiRef, api],
        [catalogApiRef, applicationCatalog],
      ]}
    >
      {children}
    </TestApiProvider>
  );
  return renderHook(() => useApplication(form).part, { wrapper }).result;
}

describe('useApplication', () => {
  it("takes the form's own answers where it asks for name and owner", () => {
    expect(render({ name: 'fleet', owner: '' }).current).toMatchObject({
      state: 'value',
      value: { name: 'fleet', owner: undefined },
    });
  });

  it('reads the application that the form names', async () => {
    const part = render({ application: 'system:default/diagnostics' });
    expect(part.current.state).toBe('loading');
    await waitFor(() =>
      expect(part.current).toMatchObject({
        state: 'value',
        value: { name: 'diagnostics', others: [{ environment: 'staging' }] },
      }),
    );
  });

  it('says whom to ask, and what to do where there is none', async () => {
    const missing = render({ application: 'system:default/billing' });
    await waitFor(() =>
      expect(missing.current).toMatchObject({
        state: 'absent',
        reason: expect.stringContaining('Go back and choose'),
      }),
    );
    const refused = Object.assign(new Error('no'), { name: 'NotAllowedError' });
    const forbidden = render(
      { application: 'system:default/diagnostics' },
      { listEnvironments: () => Promise.reject(refused) },
    );
    await waitFor(() =>
      expect(forbidden.current).toMatchObject({
        state: 'forbidden',
        permission: 'sovd.environment.read',
      }),
    );
  });
});
