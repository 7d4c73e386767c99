import type { PropsWithChildren, ReactElement } from 'react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { SovdDeployApi } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import { fakeApi, FakeSignals } from './fakeBackend';

/** What a hook that is rendered alone asks and listens to. */
export function withBackend(answers: Partial<SovdDeployApi> = {}): {
  wrapper: (props: PropsWithChildren<{}>) => ReactElement;
  signals: FakeSignals;
} {
  const api = fakeApi(answers);
  const signals = new FakeSignals();
  const wrapper = ({ children }: PropsWithChildren<{}>) => (
    <TestApiProvider
      apis={[
        [sovdDeployApiRef, api],
        [signalApiRef, signals],
      ]}
    >
      {children}
    </TestApiProvider>
  );
  return { wrapper, signals };
}
