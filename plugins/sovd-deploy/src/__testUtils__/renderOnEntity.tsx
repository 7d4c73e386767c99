import type { ReactElement } from 'react';
import type { RenderResult } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { PermissionApi } from '@backstage/plugin-permission-react';
import type { SovdDeployApi } from '@sovd/plugin-sovd-deploy-common';
import { Route, Routes } from 'react-router-dom';
import { sovdDeployApiRef } from '../api';
import { createEnvironmentRouteRef, templateFormRouteRef } from '../routes';
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

/** A component of an application, as its repository declares it. */
export const applicationEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'diagnostics-backend',
    namespace: 'default',
    annotations: {
      'sovd.io/application': 'diagnostics',
      'backstage.io/kubernetes-id': 'diagnostics',
    },
  },
  spec: { type: 'service', owner: 'group:default/workshop' },
};

/** Path of the entity's tab. */
export const environmentHref =
  '/catalog/default/resource/diagnostics-staging/environment';

/**
 * Renders something of ours in an app that has a catalog, a scaffolder and signals.
 *
 * @param options - `at`: path below the entity's tab
 */
export function renderOnEntity(
  element: ReactElement,
  answers: Partial<SovdDeployApi>,
  {
    at,
    entity = environmentEntity,
    permissions = mockApis.permission(),
  }: { at?: string; entity?: Entity; permissions?: PermissionApi } = {},
): RenderResult & { signals: FakeSignals } {
  const signals = new FakeSignals();
  const rendered = renderInTestApp(
    <EntityProvider entity={entity}>
      {at === undefined ? (
        element
      ) : (
        // The catalog mounts the tab so that it sees what follows its path.
        <Routes>
          <Route path={`${environmentHref}/*`} element={element} />
        </Routes>
      )}
    </EntityProvider>,
    {
      initialRouteEntries: [at === undefined ? '/' : `${environmentHref}${at}`],
      apis: [
        [sovdDeployApiRef, fakeApi(answers)],
        [signalApiRef, signals],
        [permissionApiRef, permissions],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create': createEnvironmentRouteRef,
        '/create/templates/:namespace/:templateName': templateFormRouteRef,
      },
    },
  );
  return { ...rendered, signals };
}
