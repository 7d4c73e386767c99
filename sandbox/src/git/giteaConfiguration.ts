import { gitHost, gitUrl, gitFiles } from './gitConnection.ts';
import type { GitSecrets } from './gitSecrets.ts';
import type { Settings } from '../settings.ts';

type Section = Readonly<Record<string, string | number | boolean>>;

/** Name of Gitea's role and database in the sandbox's PostgreSQL. */
export const giteaDatabase = 'gitea';

export interface GiteaSurroundings {
  readonly staticRoot: string;
  /** The user that it runs as, which it compares with the one it is. */
  readonly user: string;
  readonly secrets: GitSecrets;
}

/** Backquotes keep `#`, `;` and quotes in a value from meaning anything. */
function formatValue(value: string | number | boolean): string {
  return typeof value === 'string' && /[#;`"'\\]/.test(value)
    ? `\`${value}\``
    : String(value);
}

function formatSections(sections: Readonly<Record<string, Section>>): string {
  const texts = Object.entries(sections).map(([name, values]) => {
    const lines = Object.entries(values).map(
      ([key, value]) => `${key} = ${formatValue(value)}`,
    );
    return [...(name ? [`[${name}]`] : []), ...lines].join('\n');
  });
  return `${texts.join('\n\n')}\n`;
}

/** Gitea's app.ini: loopback only, no sign-up, no mail, public repositories, nothing fetched from elsewhere. */
export function giteaConfiguration(
  settings: Settings,
  { staticRoot, user, secrets }: GiteaSurroundings,
): string {
  const files = gitFiles(settings);
  return formatSections({
    '': {
      APP_NAME: 'Sandbox Git',
      RUN_MODE: 'prod',
      RUN_USER: user,
      WORK_PATH: files.folder,
    },
    server: {
      PROTOCOL: 'http',
      HTTP_ADDR: '127.0.0.1',
      HTTP_PORT: settings.ports.git,
      DOMAIN: gitHost(settings).split(':')[0],
      ROOT_URL: `${gitUrl(settings)}/`,
      DISABLE_SSH: true,
      OFFLINE_MODE: true,
      STATIC_ROOT_PATH: staticRoot,
      APP_DATA_PATH: files.data,
      LFS_START_SERVER: false,
      LANDING_PAGE: 'explore',
    },
    database: {
      DB_TYPE: 'postgres',
      HOST: `127.0.0.1:${settings.ports.postgres}`,
      NAME: giteaDatabase,
      USER: giteaDatabase,
      PASSWD: secrets.database,
      SSL_MODE: 'require',
      MAX_OPEN_CONNS: 20,
    },
    repository: {
      ROOT: files.repositories,
      DEFAULT_BRANCH: 'main',
      DEFAULT_PRIVATE: 'public',
    },
    security: {
      INSTALL_LOCK: true,
      SECRET_KEY: secrets.secretKey,
      INTERNAL_TOKEN: secrets.internalToken,
    },
    service: { DISABLE_REGISTRATION: true, REQUIRE_SIGNIN_VIEW: false },
    oauth2: { ENABLED: false, JWT_SECRET: secrets.signingKey },
    session: { PROVIDER: 'db' },
    indexer: { ISSUE_INDEXER_TYPE: 'db' },
    actions: { ENABLED: false },
    packages: { ENABLED: false },
    cron: { ENABLED: false },
    'cron.update_checker': { ENABLED: false },
    mailer: { ENABLED: false },
    webhook: { ALLOWED_HOST_LIST: 'loopback' },
    migrations: { ALLOW_LOCALNETWORKS: true },
    api: { ENABLE_SWAGGER: false },
    log: { MODE: 'console', LEVEL: 'Info' },
  });
}
