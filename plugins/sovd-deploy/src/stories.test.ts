import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

describe('dev', () => {
  it('shows the stories of every component that has some', () => {
    const gallery = readFileSync(
      path.join(__dirname, '../dev/StoryGallery.tsx'),
      'utf8',
    );
    const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.stories.tsx'))
      .map(file => `'../src/${file.replace(/\.tsx$/, '')}'`);
    expect(files.length).toBeGreaterThan(15);
    expect(files.filter(file => !gallery.includes(file))).toEqual([]);
  });
});
