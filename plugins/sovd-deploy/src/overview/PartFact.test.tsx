import { render, screen } from '@testing-library/react';
import type { Part } from '@sovd/plugin-sovd-deploy-common';
import { valuePart } from '../__testUtils__/overviews';
import { rolloutLook } from '../kit/intent';
import { StatusLabel } from '../kit/StatusLabel';
import { PartFact } from './PartFact';

const at = '2026-11-21T13:00:00.000Z';

function definitionOf(part: Part<string>) {
  render(
    <dl>
      <PartFact label="Rollout" part={part} hint={() => '3 of 3'}>
        {word => <StatusLabel look={rolloutLook.succeeded}>{word}</StatusLabel>}
      </PartFact>
    </dl>,
  );
  return screen.getByRole('definition');
}

describe('PartFact', () => {
  it('shows a value with its hint', () => {
    const fresh = definitionOf(valuePart('done', 'Kubernetes'));
    expect(fresh).toHaveTextContent('done3 of 3');
    expect(fresh.querySelector('[data-intent="positive"]')).not.toBeNull();
  });

  it('gives up the colour of an old value', () => {
    const old = definitionOf(valuePart('done', 'Kubernetes', 900, 'So.'));
    expect(old.querySelector('[data-intent="neutral"]')).not.toBeNull();
  });

  it.each<[Part<string>, string]>([
    [
      { state: 'absent', headline: 'Not deployed yet', reason: 'So.' },
      'Not deployed yet',
    ],
    [
      { state: 'forbidden', permission: 'p', askWhom: 'q' },
      'Not allowed to see',
    ],
    [
      { state: 'error', reason: 'So.', source: 'Kubernetes', observedAt: at },
      "Unknown, Kubernetes can't be reached",
    ],
  ])('says in a few words why there is none: %j', (part, words) => {
    expect(definitionOf(part)).toHaveTextContent(words);
  });
});
