import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { describeStack } from '../outside/cloudFormation.ts';
import { pushVersion, withClone } from '../outside/git.ts';
import {
  changedFiles,
  mergePullRequest,
  pullRequestsOf,
} from '../outside/gitHost.ts';
import { helmList } from '../outside/kubernetes.ts';
import { pushStamp } from '../outside/pushStamp.ts';
import { runProgram } from '../outside/runProgram.ts';
import { sandboxVariable } from '../outside/sandbox.ts';
import {
  create,
  findings,
  goOnToReview,
  stepHeading,
} from '../pages/createForm.ts';
import { openEnvironment } from '../pages/environmentPage.ts';
import { guestRequest } from '../pages/guestRequest.ts';
import { signIn } from '../pages/signIn.ts';
import {
  leaveApplication,
  openSystem,
  templateCard,
  untilPullRequest,
} from '../pages/systemPage.ts';
import { takePicture } from '../pages/takePicture.ts';

const earlier = path.resolve(
  import.meta.dirname,
  '../../stamped/upgrades/0.3.0.tar.gz',
);

test.describe.configure({ mode: 'serial' });

test.beforeEach(async ({ page }) => {
  await signIn(page);
});

test('one environment more comes by a pull request, and is created when that is merged', async ({
  page,
}) => {
  await openSystem(page, 'depot');
  await templateCard(page)
    .getByRole('link', { name: 'Add environment' })
    .click();
  await leaveApplication(page, 'Next', stepHeading(page, 'Placement'));
  await page.getByRole('textbox', { name: 'Environment' }).fill('qa');
  await expect(findings(page)).toContainText('Nothing to fix');
  await goOnToReview(page, 'Placement');
  await create(page);
  await untilPullRequest(page);

  const asked = await onlyPullRequestOf('sovd/depot');
  expect(asked).toMatchObject({
    head: { ref: 'sovd/add-env-qa' },
    state: 'open',
  });
  expect(asked.body).toMatch(
    /Environment `qa`: new\r?\n\r?\nCost: \$[\d,]+ a month, at peak/,
  );
  const files = await changedFiles('sovd/depot', asked.number);
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter(({ filename }) => filename.includes('staging'))).toEqual(
    [],
  );
  const shared = files.filter(({ filename }) => !/\bqa\b/.test(filename));
  for (const { filename } of shared) {
    expect(['.sovd-template.yaml', 'README.md', 'catalog-info.yaml']).toContain(
      filename,
    );
  }

  await openEnvironment(page, 'depot-qa');
  await expect(page.getByText(/Waiting until/).first()).toBeVisible();
  await mergePullRequest('sovd/depot', asked.number);
  await expect(page.getByText('Healthy').first()).toBeVisible({
    timeout: 180_000,
  });
  expect((await describeStack('depot-qa')).status).toBe('CREATE_COMPLETE');
  expect(await helmList('depot-qa')).toEqual([
    expect.objectContaining({ name: 'depot-qa', status: 'deployed' }),
  ]);
});

test('the board shows both environments of an application', async ({
  page,
}) => {
  await page.goto('/catalog/default/system/depot/environments');
  for (const name of ['staging', 'qa']) {
    await expect(
      page.getByRole('region', { name: new RegExp(name, 'i') }).first(),
    ).toContainText('Healthy');
  }
  await takePicture(page, 'board', {
    shows: page.getByText('Healthy').nth(1),
  });
});

test('a repository of an earlier template is upgraded by a pull request, with what its team changed', async ({
  page,
}) => {
  const repository = 'sovd/harbor';
  const ours = '# The team runs this before lunch.';
  await pushStamp(repository, earlier);
  const { answers, makefile } = await withClone(repository, async folder => ({
    answers: (await recordOf(folder)).environments.staging,
    makefile: await readFile(path.join(folder, 'Makefile'), 'utf8'),
  }));
  await pushVersion(repository, {
    files: { Makefile: `${makefile}\n${ours}\n` },
    message: 'A note for lunch',
  });
  const environments = '/api/sovd-deploy/v1/environments';
  expect(await guestRequest(page, environments, { answers })).toMatchObject({
    status: 201,
  });
  const host = sandboxVariable('SANDBOX_GIT_URL');
  const target = `${host}/${repository}/src/branch/main/catalog-info.yaml`;
  const location = { type: 'url', target };
  expect(
    await guestRequest(page, '/api/catalog/locations', location),
  ).toMatchObject({ status: 201 });

  await openSystem(page, 'harbor');
  const card = templateCard(page);
  await expect(card).toContainText(/0\.3\.0 → \d+\.\d+\.\d+ available/);
  await takePicture(page, 'template', { shows: card.getByText(/→/) });
  await card.getByRole('link', { name: 'Upgrade template' }).click();
  const ready = page.getByRole('button', { name: 'Create', exact: true });
  await leaveApplication(page, 'Review', ready);
  await create(page);
  await untilPullRequest(page);

  const asked = await onlyPullRequestOf(repository);
  expect(asked.state).toBe('open');
  expect(asked.body).toContain('staging');
  await openSystem(page, 'harbor');
  await expect(card).toContainText('Merge it to go on');
  await mergePullRequest(repository, asked.number);
  await openSystem(page, 'harbor');
  await expect(card).toContainText('up to date');
  await expect(card).toContainText('Makefile');

  await withClone(repository, async folder => {
    const { version } = (await recordOf(folder)).template;
    expect(asked.head.ref).toBe(`sovd/template-${version}`);
    expect(await readFile(path.join(folder, 'Makefile'), 'utf8')).toContain(
      ours,
    );
    const check = path.join(folder, 'scripts/check_generated.sh');
    expect(await runProgram('sh', [check])).toContain(
      'are as they were written',
    );
  });
});

/** It can be merged: the host works that out by and by. */
async function onlyPullRequestOf(repository: string) {
  await expect
    .poll(async () =>
      (await pullRequestsOf(repository)).map(({ mergeable }) => mergeable),
    )
    .toEqual([true]);
  const [asked] = await pullRequestsOf(repository);
  return asked;
}

async function recordOf(folder: string) {
  const file = path.join(folder, '.sovd-template.yaml');
  return parse(await readFile(file, 'utf8'));
}
