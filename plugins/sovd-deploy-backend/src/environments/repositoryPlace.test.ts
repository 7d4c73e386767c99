import { repositoryPlace } from './repositoryPlace';
import { testTarget } from '../__testUtils__/testTarget';

describe('repositoryPlace', () => {
  it('gives the page, and the form that publish actions take', () => {
    expect(repositoryPlace({ name: 'fleet' }, testTarget)).toEqual({
      url: 'http://localhost:15930/sovd/fleet',
      repoUrl: 'localhost:15930?owner=sovd&repo=fleet',
    });
  });
});
