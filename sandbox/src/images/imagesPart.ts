import path from 'node:path';

import type { Part } from '../parts/Part.ts';

/** An image registry that is answered from the Git host: a Git tag is a version. */
export const imagesPart: Part = {
  name: 'images',
  after: ['git'],
  ports: ['images'],

  async command(settings) {
    return {
      program: process.execPath,
      args: [
        path.join(import.meta.dirname, 'serveImages.ts'),
        JSON.stringify(settings),
      ],
      env: { HOME: settings.state, LANG: 'C.UTF-8', PATH: '/usr/bin:/bin' },
    };
  },

  async isReady(settings) {
    const url = `http://127.0.0.1:${settings.ports.images}/v2/`;
    return (await fetch(url)).ok;
  },
};
