import type { ComponentProps } from 'react';
import type { Story } from '../__testUtils__/Story';
import { healthLook, rolloutLook } from './intent';
import { StatusLabel } from './StatusLabel';

type LabelStory = Story<ComponentProps<typeof StatusLabel>>;

export default { title: 'Kit/StatusLabel', component: StatusLabel };

export const Healthy: LabelStory = { args: { look: healthLook.healthy } };
export const Progressing: LabelStory = {
  args: { look: healthLook.progressing, soft: true },
};
export const Degraded: LabelStory = {
  args: { look: healthLook.degraded, soft: true },
};
export const Unknown: LabelStory = { args: { look: healthLook.unknown } };
export const Failed: LabelStory = {
  args: { look: rolloutLook.failed, children: 'Stopped at a lock' },
};
