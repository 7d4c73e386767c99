import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { template as folder, examples } from './StampedRepositoryFixture.ts';

interface Step {
  id: string;
  name: string;
  action: string;
  if?: string;
  input: Record<string, unknown>;
}

interface Property {
  type: string;
  title: string;
  pattern?: string;
  default?: unknown;
  enum?: string[];
  'ui:field'?: string;
}

interface Page {
  title: string;
  required: string[];
  properties: Record<string, Property>;
}

const text = await readFile(path.join(folder, 'template.yaml'), 'utf8');
const template = parse(text);
const pages: Page[] = template.spec.parameters;
const steps: Step[] = template.spec.steps;
const properties = Object.assign(
  {},
  ...pages.map(page => page.properties),
) as Page['properties'];
const answers = JSON.parse(
  await readFile(path.join(examples, 'answers.json'), 'utf8'),
);

/** What each action gives, for the steps that follow it. */
const outputs: Record<string, string[]> = {
  'sovd:environment:validate': [
    'answers',
    'environmentName',
    'environmentRef',
    'repository',
    'repoUrl',
    'repositoryUrl',
    'catalogInfoUrl',
    'findings',
  ],
  'fetch:template': [],
  'sovd:environment:render': ['files'],
  'publish:gitea': ['remoteUrl', 'repoContentsUrl', 'commitHash'],
  'catalog:register': ['entityRef', 'catalogInfoUrl'],
  'sovd:environment:register': ['environmentRef', 'entityUrl'],
  'sovd:stack:provision': ['changeId', 'changeUrl'],
  'sovd:release:deploy': ['changeId', 'changeUrl', 'version'],
};

test('is the template of the catalog', () => {
  assert.equal(template.apiVersion, 'scaffolder.backstage.io/v1beta3');
  assert.equal(template.kind, 'Template');
  assert.deepEqual(
    [template.metadata.name, template.metadata.title],
    ['sovd-webapp', 'SOVD WebApp'],
  );
  assert.match(
    template.metadata.annotations['sovd.io/template-version'],
    /^\d+\.\d+\.\d+$/,
  );
  assert.match(template.spec.owner, /^group:/);
});

test('asks on three pages for exactly the answers that the actions take', () => {
  assert.deepEqual(
    pages.map(page => page.title),
    ['Application', 'Environment', 'Sizes'],
  );
  assert.deepEqual(
    Object.keys(properties).filter(name => !(name in answers)),
    [],
  );
  for (const page of pages)
    assert.deepEqual(page.required, Object.keys(page.properties));
});

test('uses only form fields that exist', () => {
  const fields = Object.values(properties).flatMap(
    property => property['ui:field'] ?? [],
  );
  assert.deepEqual(fields, ['OwnerPicker', 'SovdTarget']);
});

test('defaults and example keep the rules of their own fields', () => {
  for (const [name, property] of Object.entries(properties)) {
    for (const value of [property.default, answers[name]].filter(
      given => given !== undefined,
    )) {
      if (property.pattern)
        assert.match(String(value), new RegExp(property.pattern, 'u'));
      if (property.enum)
        assert.ok(property.enum.includes(value), `${name}: ${value}`);
      assert.equal(
        typeof value,
        property.type === 'integer' ? 'number' : property.type,
      );
    }
  }
});

test('refuses names that would break what is made of them', () => {
  const pattern = new RegExp(properties.name.pattern ?? '', 'u');
  for (const name of [
    '',
    'a',
    'ab',
    'Fleet',
    '1fleet',
    'fleet-',
    '-fleet',
    'a--b',
    'fl eet',
    'fleet\n',
    'ü'.repeat(5),
    'a'.repeat(21),
  ]) {
    assert.doesNotMatch(name, pattern, JSON.stringify(name));
  }
  for (const name of ['abc', 'fleet', 'fleet-2', 'a'.repeat(20)])
    assert.match(name, pattern);
});

test('names only known actions, and only outputs of steps before', () => {
  const seen = new Map<string, string>();
  for (const step of steps) {
    assert.ok(step.action in outputs, `${step.action} is unknown`);
    for (const [, id, output] of JSON.stringify([step.if, step.input]).matchAll(
      /steps\.(\w+)\.output\.(\w+)/g,
    )) {
      assert.ok(
        outputs[seen.get(id) ?? '']?.includes(output),
        `${step.id} reads steps.${id}.output.${output}`,
      );
    }
    assert.ok(!seen.has(step.id));
    seen.set(step.id, step.action);
  }
  for (const [, id, output] of JSON.stringify(template.spec.output).matchAll(
    /steps\.(\w+)\.output\.(\w+)/g,
  )) {
    assert.ok(
      outputs[seen.get(id) ?? '']?.includes(output),
      `the output reads steps.${id}.output.${output}`,
    );
  }
  assert.equal(steps[0].action, 'sovd:environment:validate');
});

test('publishes only a new repository and registers it again without failing', () => {
  const step = (action: string) =>
    steps.find(({ action: name }) => name === action);
  assert.match(
    step('publish:gitea')?.if ?? '',
    /steps\.validate\.output\.repository == 'new'/,
  );
  assert.equal(step('catalog:register')?.input.optional, true);
});

test('gives text of the form to files only where a serializer quotes it', () => {
  const fetch = steps.find(step => step.action === 'fetch:template');
  assert.equal(fetch?.input.templateFileExtension, true);
  assert.deepEqual(Object.keys(fetch?.input.values ?? {}), [
    'name',
    'description',
  ]);
});
