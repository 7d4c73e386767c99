import { createElement } from 'react';
import type { ComponentType, ReactElement } from 'react';

/** What a stories file exports by default, in the form that Storybook reads. */
export interface Meta<P extends object> {
  title: string;
  component: ComponentType<P>;
}

/** One story: the component with these properties. */
export interface Story<P extends object> {
  args: P;
}

/** A stories file, imported as a whole. */
export type StoryFile<P extends object> = {
  default: Meta<P>;
} & { [name: string]: Meta<P> | Story<P> };

export interface ShownStory {
  name: string;
  element: ReactElement;
}

/** All stories of a file, ready to be rendered. */
export function storiesOf<P extends object>(file: StoryFile<P>): ShownStory[] {
  const { component } = file.default;
  return Object.entries(file).flatMap(([name, story]) =>
    'args' in story
      ? [{ name, element: createElement(component, story.args) }]
      : [],
  );
}
