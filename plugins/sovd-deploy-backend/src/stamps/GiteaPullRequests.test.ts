import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GiteaPullRequests } from './GiteaPullRequests';

const credentials = { username: 'portal', password: 'correct horse' };
const own = { full_name: 'sovd/fleet' };

function pull(branch: string, repo: object | null = own) {
  return {
    title: branch,
    html_url: `http://git/sovd/fleet/pulls/${branch}`,
    ...{ state: 'open', merged: false },
    base: { ref: 'main', repo: own },
    head: { ref: branch, repo },
  };
}

// What a real one does is shown by GiteaPullRequests.sandbox.test.ts.
describe('GiteaPullRequests', () => {
  let server: Server;
  let baseUrl: string;
  let asked: IncomingMessage[];
  let answer: (page: string, response: ServerResponse) => void;

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request);
      const { searchParams } = new URL(request.url ?? '', 'http://localhost');
      answer(searchParams.get('page') ?? '', response);
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(
    () =>
      new Promise(done => {
        server.close(done);
        server.closeAllConnections();
      }),
  );

  const pulls = () =>
    new GiteaPullRequests([{ host: 'git', baseUrl, credentials }]);
  const url = () => `${baseUrl}/sovd/fleet`;

  it('reads page after page as long as the host names a next one, and no forks', async () => {
    const pages: Record<string, object[]> = {
      1: [pull('one'), pull('foreign', { full_name: 'stranger/fleet' })],
      2: [pull('two'), pull('gone', null)],
    };
    answer = (page, response) => {
      if (page === '1') response.setHeader('Link', '<x>; rel="next"');
      response.end(JSON.stringify(pages[page]));
    };
    const open = await pulls().listOpen(url());
    expect(open.map(({ branch }) => branch)).toEqual(['one', 'two']);
    expect(asked.map(({ url: path }) => path)).toEqual([
      '/api/v1/repos/sovd/fleet/pulls?state=open&limit=50&page=1',
      '/api/v1/repos/sovd/fleet/pulls?state=open&limit=50&page=2',
    ]);
    expect(asked[0].headers.authorization).toBe(
      `Basic ${Buffer.from('portal:correct horse').toString('base64')}`,
    );
  });

  it.each([
    [403, 'NotAllowedError', /403: No\. .*integrations\.gitea the right/s],
    [404, 'NotFoundError', /pull requests switched on/],
    [502, 'ServiceUnavailableError', /try again/],
  ])('makes of %d a %s that says what to do', async (status, name, words) => {
    answer = (_, response) => {
      response.statusCode = status;
      response.end(JSON.stringify({ message: 'No. ' }));
    };
    await expect(pulls().listOpen(url())).rejects.toMatchObject({
      name,
      message: expect.stringMatching(words),
    });
  });

  it('passes the refusal on when there is no open one in the way', async () => {
    answer = (page, response) => {
      response.statusCode = page ? 200 : 409;
      response.end(page ? '[]' : JSON.stringify({ message: 'Too old' }));
    };
    const wanted = { branch: 'one', into: 'main', title: 'One', body: '' };
    await expect(pulls().open(url(), wanted)).rejects.toThrow(/409: Too old/);
  });

  it('says that the host is away', async () => {
    await new Promise(done => {
      server.close(done);
    });
    await expect(pulls().listOpen(url())).rejects.toThrow(
      /can't be asked about pull requests of .*try again when git answers/,
    );
  });

  it.each([
    'http://elsewhere/sovd/fleet',
    '/../admin',
    '/sovd/..',
    '/sovd',
    '/a/b/c',
  ])('asks nobody about %s', async place => {
    const repository = place.startsWith('http') ? place : `${baseUrl}${place}`;
    await expect(pulls().listOpen(repository)).rejects.toThrow(
      /on no host of integrations.gitea/,
    );
    expect(asked).toEqual([]);
  });
});
