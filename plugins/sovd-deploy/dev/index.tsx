import {
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { StoryGallery } from './StoryGallery';

const gallery = createFrontendPlugin({
  pluginId: 'gallery',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/',
        title: 'Stories',
        loader: async () => <StoryGallery />,
      },
    }),
  ],
});

/** The gallery has the whole width: there is nowhere else to go. */
const withoutNav = createFrontendModule({
  pluginId: 'app',
  extensions: [NavContentBlueprint.make({ params: { component: () => null } })],
});

createDevApp({ features: [gallery, withoutNav] });
