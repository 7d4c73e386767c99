import { screen } from '@testing-library/react';
import { describeStories } from '../__testUtils__/describeStories';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { storiesOf } from '../__testUtils__/Story';
import * as stories from './EnvironmentCard.stories';

describeStories(stories);

const says: Record<string, string> = {
  Content: 'Healthy',
  Creating: 'Progressing',
  CreateFailed: 'The stack went back: Database could not be created',
  Degraded: 'last run failed',
  PartsMissing: 'Not allowed to see',
  Stale: 'State unknown. Last seen healthy.',
  Loading: 'Environment',
  Error: "Kubernetes can't be reached",
  Forbidden: 'You may not see this',
  NotManaged: 'Not managed by this portal',
};

describe('EnvironmentCard', () => {
  it.each(storiesOf(stories))(
    'says what is true of $name',
    async ({ name, element }) => {
      renderInTestApp(element);
      const card = await screen.findByRole('region', { name: 'Environment' });
      expect(card).toHaveTextContent(says[name]);
      // Only what is seen to be well right now may say so.
      expect(screen.queryAllByText('Healthy')).toHaveLength(
        name === 'Content' ? 1 : 0,
      );
    },
  );
});
