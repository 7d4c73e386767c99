import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';
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
import type { TemplateBarriers } from './toTemplateBarriers';

describe('toTemplateBarriers', () => {
  const no = (words: string): string => expect.stringContaining(words);
  const behind = { addEnvironment: no('Upgrade the template first') };
  const both = (words: string): TemplateBarriers => ({
    upgrade: no(words),
    addEnvironment: no(words),
  });
  it.each<[string, TemplateStatus, TemplateBarriers]>([
    ['current', currentTemplate, { upgrade: no('the newest') }],
    ['outdated', outdatedTemplate, behind],
    ['breaking', breakingTemplate, behind],
    ['proposed', proposedTemplate, both('Merge or close')],
    ['newer', newerTemplate, both('Update this portal')],
    ['gone', goneTemplate, both('no longer has')],
    ['unversioned', unversionedTemplate, both('nobody knows')],
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
