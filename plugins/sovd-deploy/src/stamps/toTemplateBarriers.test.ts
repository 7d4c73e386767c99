import {
  breakingTemplate,
  currentTemplate,
  goneTemplate,
  newerTemplate,
  outdatedTemplate,
  proposedTemplate,
  unversionedTemplate,
} from '../__testUtils__/templates';
import { toTemplateBarriers } from './toTemplateBarriers';

describe('toTemplateBarriers', () => {
  const no = (words: string) => expect.stringContaining(words);
  it.each([
    ['current', currentTemplate, { upgrade: no('the newest') }],
    [
      'outdated',
      outdatedTemplate,
      { addEnvironment: no('Upgrade the template first') },
    ],
    [
      'breaking',
      breakingTemplate,
      { addEnvironment: no('Upgrade the template first') },
    ],
    ...(
      [
        ['proposed', proposedTemplate, 'Merge or close'],
        ['newer', newerTemplate, 'Update this portal'],
        ['gone', goneTemplate, 'no longer has'],
        ['unversioned', unversionedTemplate, 'nobody knows'],
      ] as const
    ).map(
      ([name, status, words]) =>
        [
          name,
          status,
          { upgrade: no(words), addEnvironment: no(words) },
        ] as const,
    ),
  ])('%s', (_, status, barriers) => {
    expect(toTemplateBarriers(status)).toEqual(barriers);
  });

  it('lets nothing wait for a pull request that was merged or closed', () => {
    const [proposal] = proposedTemplate.proposals;
    for (const state of ['merged', 'closed'] as const) {
      expect(
        toTemplateBarriers({
          ...currentTemplate,
          proposals: [{ ...proposal, state }],
        }).addEnvironment,
      ).toBeUndefined();
    }
  });
});
