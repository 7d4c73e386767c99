import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPages } from '../../tools/buildPages.ts';
import { inBytes } from '../report/statistics.ts';
import { verdictOf } from '../report/Row.ts';
import type { Figure } from './Figure.ts';

const GOAL = 60_000;
/** The module that the tab begins with. */
const TAB = 'plugins/sovd-deploy/src/overview/EntityEnvironmentContent.';
const OWN = /plugins\/sovd-deploy(-common)?\/src\//;
const rows = ['Page weight of the tab'];

/** The built JavaScript that only the tab brings, as it goes over the wire. */
export const pageWeight: Figure = {
  name: 'weight',
  rows,
  async measure({ settings }) {
    await buildPages(settings);
    const folder = path.join(settings.root, 'packages/app/dist/static');
    const maps = (await readdir(folder)).filter(name =>
      name.endsWith('.js.map'),
    );
    let weight = 0;
    let shared = 0;
    for (const map of maps) {
      const { sources } = JSON.parse(
        await readFile(path.join(folder, map), 'utf8'),
      ) as { sources: string[] };
      const own = sources.filter(source => OWN.test(source)).length;
      if (own === 0) continue;
      const script = await readFile(path.join(folder, map.slice(0, -4)));
      const bytes = gzipSync(script).byteLength;
      if (sources.some(source => source.includes(TAB))) weight += bytes;
      // what every page of the portal loads, with the contract in it
      else if (map.startsWith('main.')) shared += bytes;
    }
    if (weight === 0) throw new Error(`No chunk of the pages holds ${TAB}`);
    return [
      {
        figure: rows[0],
        goal: '≤ 60 kB gzip',
        measured: `${inBytes(weight)}; ${inBytes(
          shared,
        )} more with the part of every page that holds our contract`,
        against: 'the built pages',
        verdict: verdictOf(weight <= GOAL, 'the chunk of the tab is larger'),
      },
    ];
  },
};
