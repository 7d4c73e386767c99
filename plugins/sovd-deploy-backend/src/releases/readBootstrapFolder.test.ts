import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { readBootstrapFolder } from './readBootstrapFolder';
import { testRepository } from '../__testUtils__/testRepository';

const folder = 'infrastructure/k8s/bootstrap/staging';
const namespace = 'kind: Namespace\napiVersion: v1\nmetadata: {name: fleet}\n';
const account =
  'kind: ServiceAccount\napiVersion: v1\nmetadata: {name: a, namespace: fleet}\n';

describe('readBootstrapFolder', () => {
  const roots: string[] = [];
  const repository = async (files: Record<string, string>) => {
    const root = await testRepository(files);
    roots.push(root);
    return root;
  };
  const read = async (files: Record<string, string>) =>
    readBootstrapFolder(await repository(files), 'staging', 'fleet');

  afterAll(async () => {
    for (const root of roots) await rm(root, { recursive: true });
  });

  it('reads all documents, the namespace first', async () => {
    const objects = await read({
      [`${folder}/a.yaml`]: `# generated\n${account}---\n${namespace}`,
      [`${folder}/README.md`]: 'not YAML',
      'infrastructure/k8s/bootstrap/production/a.yaml': 'kind: Other',
    });
    expect(objects.map(({ kind }) => kind)).toEqual([
      'Namespace',
      'ServiceAccount',
    ]);
  });

  it.each([
    ['nothing', {}, `${folder} holds no object`],
    ['broken YAML', { [`${folder}/a.yaml`]: 'a: [' }, `${folder}/a.yaml: `],
    [
      'what is refused, by file',
      {
        [`${folder}/b.yaml`]: 'kind: Pod\napiVersion: v1\nmetadata: {name: p}',
      },
      `${folder}/b.yaml: Pod p`,
    ],
  ])('says what is wrong with %s', async (_, files, words) => {
    await expect(read(files)).rejects.toThrow(words);
  });

  it('refuses a link to a file outside of the repository', async () => {
    const root = await repository({ [`${folder}/a.yaml`]: namespace });
    await symlink('/etc/hostname', path.join(root, folder, 'b.yaml'));
    await expect(readBootstrapFolder(root, 'staging', 'fleet')).rejects.toThrow(
      `${folder}/b.yaml must be a plain file`,
    );
  });
});
