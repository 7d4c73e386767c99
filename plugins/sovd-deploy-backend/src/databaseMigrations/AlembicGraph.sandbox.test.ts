import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import execa from 'execa';
import { z } from 'zod/v4';
import type { AlembicGraph } from './AlembicGraph';
import { readAlembicGraph } from './readAlembicGraph';
import {
  type AlembicProject,
  alembicProjects,
} from '../__testUtils__/alembicProjects';

jest.setTimeout(120_000);

/** Asks Alembic itself about each project; one JSON object per line. */
const ASK = `
import json, sys, warnings
from alembic.config import Config
from alembic.script import ScriptDirectory

warnings.simplefilter("error")
for line in sys.stdin:
    task = json.loads(line)
    try:
        script = ScriptDirectory.from_config(Config(task["ini"], toml_file=task["toml"]))
        known = list(script.walk_revisions())
        answer = {
            "heads": list(script.get_heads()),
            "down": {each.revision: list(each._versioned_down_revisions) for each in known},
            "order": [step.revision.revision for step in script._upgrade_revs("heads", ())],
            "pending": {
                each.revision: [
                    step.revision.revision
                    for step in script._upgrade_revs("heads", (each.revision,))
                ]
                for each in known
            },
        }
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer))
`;
const answerSchema = z.union([
  z.object({ error: z.string() }),
  z.object({
    heads: z.array(z.string()),
    down: z.record(z.string(), z.array(z.string())),
    order: z.array(z.string()),
    pending: z.record(z.string(), z.array(z.string())),
  }),
]);
type Answer = z.infer<typeof answerSchema>;

describe('AlembicGraph beside Alembic itself', () => {
  let folder: string;
  let answers: Map<AlembicProject, Answer>;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sovd-alembic-'));
    const tasks: string[] = [];
    for (const [index, { files }] of alembicProjects.entries()) {
      for (const [file, text] of Object.entries(files)) {
        const place = path.join(folder, String(index), file);
        await mkdir(path.dirname(place), { recursive: true });
        await writeFile(place, text);
      }
      const backend = path.join(folder, String(index), 'backend');
      const [ini, toml] = ['alembic.ini', 'pyproject.toml'].map(name =>
        path.join(backend, name),
      );
      tasks.push(JSON.stringify({ ini, toml }));
    }
    const { stdout } = await execa(await alembicPython(), ['-c', ASK], {
      input: tasks.join('\n'),
      env: { PYTHONDONTWRITEBYTECODE: '1' },
    });
    const lines = stdout.split('\n');
    answers = new Map(
      alembicProjects.map((project, index) => [
        project,
        answerSchema.parse(JSON.parse(lines[index])),
      ]),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const both = async (
    project: AlembicProject,
  ): Promise<[AlembicGraph, Answer]> => {
    const index = String(alembicProjects.indexOf(project));
    const graph = await readAlembicGraph({ folder: path.join(folder, index) });
    const answer = answers.get(project);
    if (!answer) throw new Error(`Alembic wasn't asked about ${index}`);
    return [graph, answer];
  };
  const named = (expected: AlembicProject['expected']) =>
    alembicProjects
      .filter(project => project.expected === expected)
      .map(project => [project.title, project] as const);

  it.each(named('same'))('reads %s as Alembic does', async (_, project) => {
    const [graph, answer] = await both(project);
    if ('error' in answer) throw new Error(answer.error);
    expect(graph.unreadable).toEqual([]);
    expect(graph.heads).toEqual(answer.heads);
    expect(
      Object.fromEntries(graph.revisions.map(({ id, down }) => [id, down])),
    ).toEqual(answer.down);
    expect(graph.revisions.map(({ id }) => id)).toEqual(answer.order);
    for (const [current, pending] of Object.entries(answer.pending)) {
      const { revisions } = graph.pendingBetween([current]);
      expect([current, revisions.map(({ id }) => id)]).toEqual([
        current,
        pending,
      ]);
    }
  });

  it.each(named('refused'))(
    'refuses %s as Alembic does',
    async (_, project) => {
      const [graph, answer] = await both(project);
      expect(answer).toHaveProperty('error');
      expect(graph.unreadable).not.toEqual([]);
      expect(graph.pendingBetween([]).unknown).toBeDefined();
    },
  );

  it.each(named('unknown'))(
    'says unknown to %s, which Alembic can run',
    async (_, project) => {
      const [graph, answer] = await both(project);
      expect(answer).not.toHaveProperty('error');
      expect(graph.unreadable).toEqual([
        expect.objectContaining({ file: expect.stringMatching(/\.py$/) }),
      ]);
      expect(graph.pendingBetween([]).unknown).toBeDefined();
    },
  );
});

/** The sandbox's environment for migration Jobs, unless `ALEMBIC_PYTHON` names another. */
async function alembicPython(): Promise<string> {
  const { ALEMBIC_PYTHON, XDG_CACHE_HOME } = process.env;
  if (ALEMBIC_PYTHON) return ALEMBIC_PYTHON;
  const cache = path.join(
    XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
    'sovd-sandbox',
  );
  const entries = await readdir(cache, { withFileTypes: true }).catch(() => []);
  // the finished ones are links to what was built
  const [environment] = entries
    .filter(entry => entry.isSymbolicLink())
    .filter(({ name }) => name.startsWith('python-jobs-'));
  if (!environment) {
    throw new Error(
      `There is no python-jobs-… in ${cache}: start the sandbox once (yarn sandbox start)`,
    );
  }
  return path.join(cache, environment.name, 'bin', 'python');
}
