import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../structure/sourceFiles.ts';

const page = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');
const [, recipes = ''] = /^## Recipes$([\s\S]*?)^## /m.exec(page) ?? [];

interface Step {
  number: number;
  /** What stands in code spans; the code of a fence aside. */
  spans: string[];
}

function stepsOf(recipe: string): Step[] {
  return recipe
    .replace(/^ *```[\s\S]*?^ *```$/gm, '')
    .split(/^(?=\d+\. )/m)
    .slice(1)
    .map(text => ({
      number: parseInt(text, 10),
      spans: [...text.matchAll(/`([^`]+)`/g)].map(([, span]) => span),
    }));
}

/** A path by its look; what is still to be written has a `<Noun>` in its name. */
const isPath = (span: string) =>
  /^[\w.@/-]+$/.test(span) && (span.includes('/') || /\.\w+$/.test(span));
const isName = (span: string) => /^[A-Za-z]\w*$/.test(span);

for (const recipe of recipes.split(/^### /m).slice(1)) {
  const [title] = recipe.split('\n', 1);
  const [, base = ''] = /^Paths are below `([^`]+)`/m.exec(recipe) ?? [];
  const find = (span: string) =>
    [path.join(root, base, span), path.join(root, span)].find(existsSync);
  const steps = stepsOf(recipe);

  describe(title, () => {
    it('has steps that count', () => {
      assert.ok(existsSync(path.join(root, base, '.')) && base !== '');
      assert.ok(steps.length >= 5);
      assert.deepEqual(
        steps.map(({ number }) => number),
        steps.map((_, index) => index + 1),
      );
    });

    it('names only files that are there', () => {
      const missing = steps.flatMap(({ number, spans }) =>
        spans
          .filter(span => isPath(span) && !span.startsWith('./') && !find(span))
          .map(span => `step ${number}: ${span}`),
      );
      assert.deepEqual(missing, []);
    });

    it('uses only names that a file of the same step has', () => {
      const unknown = steps.flatMap(({ number, spans }) => {
        const texts = spans.flatMap(span => {
          const file = isPath(span) ? find(span) : undefined;
          return file && statSync(file).isFile()
            ? [readFileSync(file, 'utf8')]
            : [];
        });
        return spans
          .filter(isName)
          .filter(name => !texts.some(t => new RegExp(`\\b${name}\\b`).test(t)))
          .map(name => `step ${number}: ${name}`);
      });
      assert.deepEqual(unknown, []);
    });

    it('ends with commands of the workspace', () => {
      const { scripts } = JSON.parse(
        readFileSync(path.join(root, 'package.json'), 'utf8'),
      ) as { scripts: Record<string, string> };
      const commands = steps[steps.length - 1].spans
        .filter(span => span.startsWith('./yarnw '))
        .map(span => span.split(' ')[1]);
      assert.ok(commands.length > 0);
      const others = ['workspace', 'changeset'];
      assert.deepEqual(
        commands.filter(name => !(name in scripts) && !others.includes(name)),
        [],
      );
    });
  });
}

describe('recipes', () => {
  it('are for an action, a card and a stack engine', () => {
    assert.deepEqual(recipes.match(/(?<=^### ).+/gm), [
      'Add a scaffolder action',
      'Add a card',
      'Add a stack engine',
    ]);
  });
});
