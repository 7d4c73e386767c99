import { mockServices } from '@backstage/backend-test-utils';
import {
  registrationPageSchema,
  routes,
} from '@sovd/plugin-sovd-deploy-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { environmentOf } from '../__testUtils__/environmentOf';
import { Registrations } from './Registrations';

describe('Registrations', () => {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  const names = ['alpha', 'bravo', 'charlie', 'delta', 'echo'];
  const address = `http://portal.test/api/sovd-deploy${routes.registrations()}`;

  function read() {
    return new Registrations({
      auth: mockServices.auth({ pluginId: 'catalog' }),
      discovery: {
        getBaseUrl: async id => `http://portal.test/api/${id}`,
        getExternalBaseUrl: async id => `http://portal.test/api/${id}`,
      },
    }).readAll();
  }

  it('reads page after page as the catalog, not as a person', async () => {
    const tokens: (string | null)[] = [];
    server.use(
      http.get(address, ({ request }) => {
        tokens.push(request.headers.get('Authorization'));
        const from = Number(new URL(request.url).searchParams.get('cursor'));
        const nextCursor = from + 2 < names.length ? `${from + 2}` : undefined;
        return HttpResponse.json(
          registrationPageSchema.parse({
            items: names.slice(from, from + 2).map(environmentOf),
            nextCursor,
          }),
        );
      }),
    );
    const environments = await read();
    expect(environments.map(({ answers }) => answers.name)).toEqual(names);
    expect(tokens).toHaveLength(3);
    for (const token of tokens) {
      expect(token).toMatch(/"sub":"plugin:catalog".*"target":"sovd-deploy"/);
      expect(token).not.toContain('"obo"');
    }
  });

  it('fails as a whole when a later page fails', async () => {
    server.use(
      http.get(address, ({ request }) =>
        request.url.includes('cursor')
          ? HttpResponse.json({}, { status: 500 })
          : HttpResponse.json({
              items: [environmentOf('alpha')],
              nextCursor: '2',
            }),
      ),
    );
    await expect(read()).rejects.toThrow(/500/);
  });
});
