import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  discard,
  filesOf,
  stamp,
  template,
} from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { parse } from 'yaml';
import { cloudTarget } from '../repository/cloudTarget.ts';
import type { Portal, StampedFile } from './portal.ts';
import type { TeamRepository } from './TeamRepository.ts';

/** Where the fixtures' environments run, in full. */
const target = { ...cloudTarget, name: 'sandbox' };

/** What the portal knows of an environment: nothing, unless it has scaled it. */
async function overviewOf(answers: Pods | undefined) {
  if (answers) return { environment: { answers } };
  throw Object.assign(new Error('not registered'), { name: 'NotFoundError' });
}

/** Pods that a change of the portal has given to every environment. */
export interface Pods {
  backendMin: number;
  backendMax: number;
  backendReplicas: number;
}

/** Version that the template in this work tree has. */
export const newest: string = parse(
  await readFile(path.join(template, 'template.yaml'), 'utf8'),
).metadata.annotations['sovd.io/template-version'];

/** What became of an upgrade. */
export type Upgrade = Awaited<ReturnType<typeof upgradeRepository>>;

/** What the template `sovd-webapp-upgrade` does, with the portal's own code. */
export async function upgradeRepository(team: TeamRepository, scaled?: Pods) {
  const base = await team.stamps.readStamp(team.url, false);
  const workspace = await team.makeFolder();
  const [before, after] = ['base', 'stamp'].map(name =>
    path.join(workspace, name),
  );
  await layOut(before, base.files);
  const [answers] = Object.values(base.record.environments);
  const { name, description } = answers as Record<string, string>;
  const content = await stamp({ name, description });
  await cp(content, after, { recursive: true });
  await discard(content);
  await cp(
    path.join(template, 'versions.yaml'),
    path.join(workspace, 'versions.yaml'),
  );
  const outputs = await render(team.portal, workspace, scaled);
  const record = team.portal.templateRecordSchema.parse(
    parse(await readFile(path.join(after, '.sovd-template.yaml'), 'utf8')),
  );
  const branch = `sovd/template-${newest}`;
  const written = await team.stamps.write(
    team.url,
    {
      base: base.commit,
      branch,
      message: outputs.title,
      record,
      files: await readStamp(after),
    },
    false,
    // what it says is proved where it is made
    async () => '',
  );
  return { ...written, ...outputs, branch, record, folders: { before, after } };
}

async function render(
  portal: Portal,
  workspacePath: string,
  scaled: Pods | undefined,
) {
  const outputs: Record<string, string> = {};
  const listTargets = async () => [portal.targetSchema.parse(target)];
  const getOverview = () => overviewOf(scaled);
  const action = portal.createStampRenderAction({
    ask: (_who: unknown, question: (api: unknown) => unknown) =>
      question({ getOverview, listTargets }),
  });
  await action.handler({
    workspacePath,
    input: {
      repositoryUrl: 'http://localhost:15930/sovd/harbor',
      basePath: './base',
      targetPath: './stamp',
      notesPath: './versions.yaml',
    },
    templateInfo: {
      entity: {
        metadata: {
          name: 'sovd-webapp-upgrade',
          annotations: { 'sovd.io/template-version': newest },
        },
      },
    },
    logger: { info: () => undefined },
    output: (name: string, value: string) => {
      outputs[name] = value;
    },
  });
  return outputs as { version: string; title: string; body: string };
}

async function layOut(folder: string, files: readonly StampedFile[]) {
  for (const { path: name, content, executable } of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, Buffer.from(content, 'base64'), {
      mode: executable ? 0o755 : 0o644,
    });
  }
}

async function readStamp(folder: string): Promise<StampedFile[]> {
  const names = await filesOf(folder);
  return Promise.all(
    names.map(async name => {
      const file = path.join(folder, name);
      const content = (await readFile(file)).toString('base64');
      const executable = ((await stat(file)).mode & 0o111) !== 0;
      return { path: name, content, executable };
    }),
  );
}
