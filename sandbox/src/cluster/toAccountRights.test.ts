import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { toAccountRights } from './toAccountRights.ts';

const folder = path.resolve(import.meta.dirname, '../../kubernetes/rights');

interface Rights {
  kind: string;
  metadata: { name: string };
  rules?: { verbs: string[] }[];
  subjects?: { kind: string; namespace?: string; name: string }[];
}

test('gives service accounts the rights of the users, and nobody else any', () => {
  const rights = readdirSync(folder).flatMap(
    file =>
      toAccountRights(
        readFileSync(path.join(folder, file), 'utf8'),
      ) as Rights[],
  );
  const subjects = rights.flatMap(({ subjects: those = [] }) => those);
  assert.deepEqual(
    new Set(subjects.map(({ name }) => name)),
    new Set(['sovd-reader', 'sovd-deployer']),
  );
  for (const { kind, namespace } of subjects) {
    assert.deepEqual([kind, namespace], ['ServiceAccount', 'sovd-portal']);
  }
  const bindings = rights.filter(({ kind }) => kind === 'ClusterRoleBinding');
  assert.equal(bindings.length, 3);
  for (const { metadata } of bindings) assert.match(metadata.name, /-account$/);
  for (const { rules = [] } of rights) {
    for (const { verbs } of rules) assert.ok(!verbs.includes('*'));
  }
});
