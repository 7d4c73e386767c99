import type { createBackend } from '@backstage/backend-defaults';

type Backend = ReturnType<typeof createBackend>;

/** Everything of the portal's backend that isn't ours but the policy: what our own plugins stand on. */
export function addBackstage(backend: Backend): void {
  // the pages, and who uses them
  backend.add(import('@backstage/plugin-app-backend'));
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
  backend.add(import('@backstage/plugin-user-settings-backend'));

  // who may do what
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(import('./permission/module'));

  // catalog and search
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
  backend.add(
    import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
  );
  backend.add(import('@backstage/plugin-search-backend'));
  backend.add(import('@backstage/plugin-search-backend-module-catalog'));

  // from a form to a repository
  backend.add(import('@backstage/plugin-scaffolder-backend'));
  backend.add(import('@backstage/plugin-scaffolder-backend-module-gitea'));

  // the pages of repositories
  backend.add(import('@backstage/plugin-techdocs-backend'));
  backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

  // what environments run on
  backend.add(import('@backstage/plugin-kubernetes-backend'));

  // news, as they come
  backend.add(import('@backstage/plugin-notifications-backend'));
  backend.add(import('@backstage/plugin-signals-backend'));
}
