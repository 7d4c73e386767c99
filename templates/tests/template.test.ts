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
  'ui:options'?: { step?: string };
  'ui:backstage'?: { review: { show?: boolean } };
  properties?: Record<string, Property>;
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
const [application, ...others] = pages;
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

test('asks in six steps for everything that an environment needs', () => {
  assert.deepEqual(
    pages.map(page => page.title),
    ['Application', 'Placement', 'Engine', 'Sizes', 'Runtime', 'Budget'],
  );
  assert.deepEqual(Object.keys(application.properties), [
    'name',
    'description',
    'owner',
    'system',
  ]);
  assert.deepEqual(application.required, ['name', 'description', 'owner']);
  for (const given of Object.keys(answers)) {
    assert.ok(
      given in application.properties ||
        given in (others[0].properties.answers.properties ?? {}),
      `nobody asks for ${given}`,
    );
  }
});

test('shows each step by one field, and all steps share its value', () => {
  assert.deepEqual(
    others.map(page => [
      page.required,
      Object.keys(page.properties),
      page.properties.answers.type,
      page.properties.answers['ui:field'],
      page.properties.answers['ui:options']?.step,
    ]),
    ['placement', 'engine', 'sizes', 'runtime', 'budget'].map(step => [
      ['answers'],
      ['answers'],
      'object',
      'SovdEnvironment',
      step,
    ]),
  );
});

test('leaves defaults and bounds to the field, and gives titles for the review', () => {
  const reviewed = others[0].properties.answers.properties ?? {};
  for (const [name, property] of Object.entries(reviewed)) {
    assert.ok(property.title, name);
    assert.equal(property.default, undefined, name);
    // the form would take a value away that isn't among them
    assert.equal(property.enum, undefined, name);
  }
  assert.equal(reviewed.touched['ui:backstage']?.review.show, false);
});

test('uses only form fields that exist', () => {
  const fields = pages.flatMap(page =>
    Object.values(page.properties).flatMap(
      property => property['ui:field'] ?? [],
    ),
  );
  assert.deepEqual(
    [...new Set(fields)],
    ['OwnerPicker', 'EntityPicker', 'SovdEnvironment'],
  );
});

test('the example keeps the rules of the first step', () => {
  for (const [name, property] of Object.entries(application.properties)) {
    if (answers[name] === undefined) continue;
    assert.equal(typeof answers[name], property.type);
    if (property.pattern)
      assert.match(answers[name], new RegExp(property.pattern, 'u'));
  }
});

test('refuses names that would break what is made of them', () => {
  const pattern = new RegExp(application.properties.name.pattern ?? '', 'u');
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

test('hands the answers of all steps to the check as one', () => {
  assert.deepEqual(steps[0].input, {
    application: {
      name: '${{ parameters.name }}',
      description: '${{ parameters.description }}',
      owner: '${{ parameters.owner }}',
      system: '${{ parameters.system }}',
    },
    answers: '${{ parameters.answers }}',
  });
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
