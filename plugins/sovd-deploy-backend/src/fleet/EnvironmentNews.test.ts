import { EnvironmentNews } from './EnvironmentNews';

describe('EnvironmentNews', () => {
  it('notes each environment once, before anybody hears of it, until it is taken', () => {
    const heard: string[][] = [];
    const news: EnvironmentNews = new EnvironmentNews({
      announce: () => heard.push(news.take()),
    });
    news.announce('one');
    expect(heard).toEqual([['one']]);

    const quiet = new EnvironmentNews({ announce: () => {} });
    for (const id of ['one', 'two', 'one']) quiet.announce(id);
    expect(quiet.take()).toEqual(['one', 'two']);
    expect(quiet.take()).toEqual([]);
  });
});
