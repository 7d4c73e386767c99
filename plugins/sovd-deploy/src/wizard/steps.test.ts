import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { answersSchema, answersShape } from '@sovd/plugin-sovd-deploy-common';
import { defaultAnswers } from './defaultAnswers';
import {
  labelOf,
  questionsOf,
  stepNames,
  stepOf,
  steps,
  stepTitleOf,
} from './steps';

const template = parse(
  readFileSync(
    path.resolve(__dirname, '../../../../templates/sovd-webapp/template.yaml'),
    'utf8',
  ),
);
const pages: {
  title: string;
  properties: Record<
    string,
    {
      'ui:field'?: string;
      'ui:options'?: { step?: string };
      properties?: Record<
        string,
        { title: string; default?: unknown; enum?: unknown }
      >;
    }
  >;
}[] = template.spec.parameters;
const [application, ...others] = pages;
const questions = stepNames.flatMap(questionsOf);

describe('steps', () => {
  it('ask for every answer once', () => {
    const asked = [
      ...Object.keys(application.properties),
      ...questions.map(({ field }) => field),
    ];
    expect([...asked].sort()).toEqual(Object.keys(answersShape.shape).sort());
  });

  it('are the steps of the template, in its order', () => {
    expect(
      others.map(({ title, properties }) => [
        title,
        properties.answers['ui:field'],
        properties.answers['ui:options']?.step,
      ]),
    ).toEqual(
      stepNames.map(name => [steps[name].title, 'SovdEnvironment', name]),
    );
  });

  it('are called on the review page as in the form', () => {
    const titles = others[0].properties.answers.properties ?? {};
    const { touched: _, ...reviewed } = titles;
    expect(
      Object.entries(reviewed)
        .map(([field, { title }]) => [field, title])
        .sort(),
    ).toEqual(
      questions
        .map(question => [
          question.field,
          question.kind === 'number' && question.unit
            ? `${question.label}, ${question.unit}`
            : question.label,
        ])
        .sort(),
    );
  });

  it('know where an answer is asked for, also a part of one', () => {
    expect(stepOf('backendResources.limits.cpu')).toBe('runtime');
    expect(stepTitleOf('databaseClass')).toBe('Sizes');
    expect([stepOf('name'), stepTitleOf('name')]).toEqual([
      undefined,
      'Application',
    ]);
    expect([labelOf('natMode'), labelOf('owner')]).toEqual([
      'NAT gateways',
      'owner',
    ]);
  });
});

describe('questions', () => {
  const base = {
    ...defaultAnswers('staging'),
    name: 'fleet',
    owner: 'group:default/platform',
    target: 'sandbox',
  };
  const takes = (field: string, value: unknown) =>
    answersSchema.safeParse({ ...base, [field]: value }).success;

  it.each(questions.filter(question => question.kind === 'number'))(
    'name the bounds of $field',
    question => {
      if (question.kind !== 'number') return;
      const { field, least, most } = question;
      expect(
        [least - 1, least, most, most + 1].map(count => takes(field, count)),
      ).toEqual([false, true, true, false]);
    },
  );

  it('offer only what can be taken', () => {
    const refused = questions.flatMap(question =>
      question.kind === 'choice' || question.kind === 'count'
        ? [...question.options]
            .filter(({ value }) => !takes(question.field, value))
            .map(({ value }) => `${question.field}: ${value}`)
        : [],
    );
    expect(refused).toEqual([]);
  });
});
