import { valuePart } from '../__testUtils__/overviews';
import { noValue } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import {
  breakingTemplate,
  currentTemplate,
  driftedTemplate,
  goneTemplate,
  muchEditedTemplate,
  newerTemplate,
  outdatedTemplate,
  proposedTemplate,
  unversionedTemplate,
} from '../__testUtils__/templates';
import {
  forbiddenTemplate,
  staleTemplate,
  unknownTemplate,
  unreachableTemplate,
} from '../__testUtils__/templateParts';
import { TemplateCard } from './TemplateCard';
import type { TemplateCardProps } from './TemplateCard';

type CardStory = Story<TemplateCardProps>;

const forms = {
  upgrade: '/create/templates/default/sovd-webapp-upgrade',
  addEnvironment: '/create/templates/default/sovd-webapp-environment',
};
const content = (status: typeof currentTemplate): CardStory => ({
  args: { part: valuePart(status, 'The repository'), forms },
});
export default { title: 'Stamps/TemplateCard', component: TemplateCard };

export const Content = content(outdatedTemplate);
export const UpToDate = content(currentTemplate);
export const Breaking = content(breakingTemplate);
export const Proposed = content(proposedTemplate);
export const Drifted = content(driftedTemplate);
export const MuchEdited = content(muchEditedTemplate);
export const NewerThanThePortal = content(newerTemplate);
export const TemplateGone = content(goneTemplate);
export const VersionUnknown = content(unversionedTemplate);
export const Stale: CardStory = {
  args: { part: staleTemplate, forms },
};
export const Loading: CardStory = { args: { part: noValue.Loading, forms } };
export const Error: CardStory = {
  args: { part: unreachableTemplate, forms, onRetry: () => {} },
};
export const Forbidden: CardStory = {
  args: { part: forbiddenTemplate, forms },
};
export const Empty: CardStory = { args: { part: unknownTemplate, forms } };
