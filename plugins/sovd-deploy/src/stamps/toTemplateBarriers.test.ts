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
  it.each([
    ['current', currentTemplate, /the newest/, undefined],
    ['outdated', outdatedTemplate, undefined, /Upgrade the template first/],
    ['breaking', breakingTemplate, undefined, /Upgrade the template first/],
    ['proposed', proposedTemplate, /Merge or close/, /Merge or close/],
    ['newer', newerTemplate, /Update this portal/, /Update this portal/],
    ['gone', goneTemplate, /no longer has/, /no longer has/],
    ['unversioned', unversionedTemplate, /nobody knows/, /nobody knows/],
  ])('%s', (_, status, upgrade, addEnvironment) => {
    const barriers = toTemplateBarriers(status);
    const judge = (reason: string | undefined, expected?: RegExp) =>
      expected
        ? expect(reason).toMatch(expected)
        : expect(reason).toBe(expected);
    judge(barriers.upgrade, upgrade);
    judge(barriers.addEnvironment, addEnvironment);
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
