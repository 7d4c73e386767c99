import { valuePart } from '../__testUtils__/overviews';
import { noValue } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import {
  currentTemplate,
  outdatedTemplate,
  proposedTemplate,
} from '../__testUtils__/templates';
import {
  unknownTemplate,
  unreachableTemplate,
} from '../__testUtils__/templateParts';
import { AddEnvironment } from './AddEnvironment';
import type { AddEnvironmentProps } from './AddEnvironment';

type AddStory = Story<AddEnvironmentProps>;

const href = '/create/templates/default/sovd-webapp-environment';
const of = (part: AddEnvironmentProps['part']): AddStory => ({
  args: { part, href },
});

export default { title: 'Stamps/AddEnvironment', component: AddEnvironment };

export const Content = of(valuePart(currentTemplate, 'The repository'));
export const Outdated = of(valuePart(outdatedTemplate, 'The repository'));
export const Proposed = of(valuePart(proposedTemplate, 'The repository'));
export const Loading = of(noValue.Loading);
export const Error = of(unreachableTemplate);
export const Absent = of(unknownTemplate);
