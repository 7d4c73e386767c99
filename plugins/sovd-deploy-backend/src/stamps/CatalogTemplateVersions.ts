import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { TEMPLATE_VERSION_ANNOTATION } from '@sovd/plugin-sovd-deploy-common';
import type { TemplateVersions } from './TemplateVersions';

/** How long an answer of the catalog counts; its own refresh takes longer. */
const FRESH_MS = 60_000;

/** Versions as the catalog's Template entities carry them. */
export class CatalogTemplateVersions implements TemplateVersions {
  private readonly known = new Map<
    string,
    { until: number; version: Promise<string | undefined> }
  >();

  constructor(
    private readonly options: {
      auth: AuthService;
      catalog: Pick<CatalogService, 'getEntityByRef'>;
      /** Milliseconds since 1970. */
      now?(): number;
    },
  ) {}

  newest(template: string): Promise<string | undefined> {
    const now = (this.options.now ?? Date.now)();
    const known = this.known.get(template);
    if (known && now < known.until) return known.version;
    const version = this.ask(template);
    this.known.set(template, { until: now + FRESH_MS, version });
    // Who waits hears of the error; the next one asks again.
    version.catch(() => this.known.delete(template));
    return version;
  }

  private async ask(name: string): Promise<string | undefined> {
    const { auth, catalog } = this.options;
    const entity = await catalog.getEntityByRef(
      { kind: 'template', namespace: 'default', name },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return entity?.metadata.annotations?.[TEMPLATE_VERSION_ANNOTATION];
  }
}
