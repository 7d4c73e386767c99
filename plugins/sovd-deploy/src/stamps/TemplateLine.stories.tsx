import type { Story } from '../__testUtils__/Story';
import { breakingTemplate, outdatedTemplate } from '../__testUtils__/templates';
import { TemplateLine } from './TemplateLine';
import type { TemplateLineProps } from './TemplateLine';

type LineStory = Story<TemplateLineProps>;

const href = '/catalog/default/system/diagnostics';

export default { title: 'Stamps/TemplateLine', component: TemplateLine };

export const Content: LineStory = { args: { status: outdatedTemplate, href } };
export const Breaking: LineStory = { args: { status: breakingTemplate, href } };
