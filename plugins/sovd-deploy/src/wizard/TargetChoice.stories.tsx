import { frankfurtTarget, sandboxTarget } from '../__testUtils__/environments';
import { valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { TargetChoice } from './TargetChoice';
import type { TargetChoiceProps } from './TargetChoice';
import { toTargetsPart } from './toTargetsPart';

type ChoiceStory = Story<TargetChoiceProps>;

const field = {
  label: 'Target',
  description: 'Where the environment is created.',
  onChange: () => {},
  onRetry: () => {},
};
const targets = valuePart([sandboxTarget, frankfurtTarget], 'The portal');

export default { title: 'Wizard/TargetChoice', component: TargetChoice };

export const Content: ChoiceStory = {
  args: { ...field, part: targets, value: 'sandbox', isRequired: true },
};
export const Invalid: ChoiceStory = {
  args: { ...field, part: targets, isInvalid: true },
};
export const Disabled: ChoiceStory = {
  args: { ...field, part: targets, value: 'sandbox', isDisabled: true },
};
export const Stale: ChoiceStory = {
  args: { ...field, part: stalePart([sandboxTarget]), value: 'sandbox' },
};
export const Loading: ChoiceStory = {
  args: { ...field, part: noValue.Loading },
};
export const Error: ChoiceStory = { args: { ...field, part: noValue.Error } };
export const Forbidden: ChoiceStory = {
  args: { ...field, part: noValue.Forbidden },
};
export const Absent: ChoiceStory = {
  args: {
    ...field,
    part: toTargetsPart({
      state: 'value',
      value: [],
      seenAt: new Date().toISOString(),
    }),
  },
};
