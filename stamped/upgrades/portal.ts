import { bundleSources } from '../repository/bundleSources.ts';

/** A file of a stamp as the portal's API has it. */
export interface StampedFile {
  path: string;
  /** Base64. */
  content: string;
  executable: boolean;
}

interface TemplateRecord {
  template: { name: string; version: string };
  environments: Record<string, Record<string, unknown>>;
  files: Record<string, { sha256: string; policy: string }>;
}

interface StampRepository {
  readHead(url: string): Promise<string>;
  readCondition(
    url: string,
    commit: string,
  ): Promise<{
    record: TemplateRecord;
    drift: { path: string; policy: string; state: string }[];
  }>;
  readStamp(
    url: string,
    open: boolean,
  ): Promise<{ commit: string; record: TemplateRecord; files: StampedFile[] }>;
  write(
    url: string,
    stamp: {
      base: string;
      branch: string;
      message: string;
      record: TemplateRecord;
      files: StampedFile[];
    },
    open: boolean,
    compare: (former: string, next: string) => Promise<string>,
  ): Promise<{ state: string; commit: string; conflicts: string[] }>;
}

interface Action {
  handler(context: Record<string, unknown>): Promise<void>;
}

/** The parts of the portal that an upgrade goes through, as they are in this work tree. */
export interface Portal {
  targetSchema: { parse(input: unknown): unknown };
  templateRecordSchema: { parse(input: unknown): TemplateRecord };
  createStampRenderAction(connection: unknown): Action;
  Git: new (hosts: unknown[]) => unknown;
  GitStampRepository: new (git: unknown) => StampRepository;
  startTestGitServer(
    folder: string,
    credentials: { username: string; password: string },
  ): Promise<{ baseUrl: string; close(): Promise<void> }>;
  StampComparer: new (options: { renderer: unknown }) => {
    compare(
      from: string,
      to: string,
      environments: readonly unknown[],
    ): Promise<string>;
  };
  StampFolder: new (folder: string) => {
    readResources(): Promise<Map<string, string>>;
    readAddresses(): Promise<Map<string, string>>;
  };
  HelmReleaseRenderer: new (options: unknown) => unknown;
  HelmProgram: new (options: { helm: string }) => unknown;
}

const plugins = {
  common: './plugins/sovd-deploy-common/src',
  stamps: './plugins/scaffolder-backend-module-sovd-deploy/src/stamps',
  backend: './plugins/sovd-deploy-backend/src',
};

/** Loads them; nothing listens. */
export function loadPortal(): Promise<Portal> {
  return bundleSources(
    [
      [plugins.common, 'targetSchema, templateRecordSchema'],
      [`${plugins.stamps}/createStampRenderAction`, 'createStampRenderAction'],
      [`${plugins.backend}/environments/Git`, 'Git'],
      [`${plugins.backend}/stamps/GitStampRepository`, 'GitStampRepository'],
      [`${plugins.backend}/stamps/StampComparer`, 'StampComparer'],
      [`${plugins.backend}/stamps/StampFolder`, 'StampFolder'],
      [
        `${plugins.backend}/releases/HelmReleaseRenderer`,
        'HelmReleaseRenderer',
      ],
      [`${plugins.backend}/releases/HelmProgram`, 'HelmProgram'],
      [
        `${plugins.backend}/__testUtils__/startTestGitServer`,
        'startTestGitServer',
      ],
    ]
      .map(([file, names]) => `export { ${names} } from '${file}';`)
      .join('\n'),
  );
}
