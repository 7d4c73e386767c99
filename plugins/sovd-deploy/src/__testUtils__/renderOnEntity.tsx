import type { ReactElement } from 'react';
import type { RenderResult } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { SovdDeployApi } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import { createEnvironmentRouteRef } from '../routes';
import { fakeApi, FakeSignals } from './fakeBackend';

export const environmentEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'diagnostics-staging',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': 'diagnostics' },
  },
  spec: { type: 'environment', owner: 'group:default/workshop' },
};

/** Renders something of ours in an app that has a catalog, a scaffolder and signals. */
export function renderOnEntity(
  element: ReactElement,
  answers: Partial<SovdDeployApi>,
): RenderResult & { signals: FakeSignals } {
  const signals = new FakeSignals();
  const rendered = renderInTestApp(
    <EntityProvider entity={environmentEntity}>{element}</EntityProvider>,
    {
      apis: [
        [sovdDeployApiRef, fakeApi(answers)],
        [signalApiRef, signals],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create': createEnvironmentRouteRef,
      },
    },
  );
  return { ...rendered, signals };
}
