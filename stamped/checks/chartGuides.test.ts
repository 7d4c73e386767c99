import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { production } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';

let repository: string;
let deployment: string;
let infrastructure: string;
const read = (file: string) => readFile(path.join(repository, file), 'utf8');
before(async () => {
  repository = await stampRepository(production.answers);
  deployment = await read('docs/runbooks/deployment.md');
  infrastructure = await read('docs/runbooks/infrastructure_setup.md');
});
after(() => rm(repository, { recursive: true, force: true }));

/** A heading's text, up to the next heading of its level or above. */
function section(text: string, heading: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex(line => line.replace(/^#+ /, '') === heading);
  assert.ok(start >= 0, `there is no heading ${heading}`);
  const level = lines[start].indexOf(' ');
  const rest = lines.slice(start + 1);
  const end = rest.findIndex(line => new RegExp(`^#{1,${level}} `).test(line));
  return rest.slice(0, end < 0 ? undefined : end).join('\n');
}

test('scaling the database up, and what comes later [H051 H052 H054]', () => {
  const scaling = section(infrastructure, 'Scaling the database');
  assert.match(scaling, /databaseClass|class/);
  assert.match(scaling, /[Rr]ead replicas/);
  const redis = section(infrastructure, 'Scaling Redis');
  assert.match(redis, /[Cc]luster mode/);
});

test('production’s prerequisites and the checklist of six [H057 H058]', () => {
  const needed = section(deployment, 'Prerequisites (production)');
  assert.equal(needed.match(/^- /gm)?.length, 4);
  for (const word of [
    /[Ss]moke tests/,
    /[Cc]hange ticket/,
    /[Rr]ollback plan/,
    /[Oo]n-call/,
  ])
    assert.match(needed, word);
  const checklist = section(deployment, 'Checklist before the deployment');
  assert.equal(checklist.match(/^- \[ \] /gm)?.length, 6);
});

test('signing in to the environment’s own cluster, and looking that it is the one [H059 H060]', async () => {
  const page = await read('docs/environments/production.md');
  assert.match(
    page,
    /aws eks update-kubeconfig --region us-east-1 --name fleet-production-cluster/,
  );
  assert.match(deployment, /kubectl config current-context/);
});

test('watching a rollout, rolling or canary [H065]', () => {
  assert.match(deployment, /kubectl rollout status/);
  assert.match(deployment, /deployment\/backend-deployment/);
  assert.match(deployment, /deployment\/frontend-deployment/);
  assert.match(deployment, /kubectl argo rollouts status backend-deployment/);
});

test('why there is no blue-green [H056]', async () => {
  assert.match(deployment, /Blue-green isn['’]t offered/);
  const decision = await read('docs/decisions/rollout-strategies.md');
  assert.match(decision, /no blue-green/);
});
