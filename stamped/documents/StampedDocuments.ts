import { cp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { filesOf } from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { production, staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { MarkdownPage } from './MarkdownPage.ts';

/** The documents of a repository with two environments, staging and production. */
export class StampedDocuments {
  /** The stamped repository. */
  readonly repository: string;
  /** By path from the repository's root: README.md and all of docs/. */
  readonly pages: ReadonlyMap<string, MarkdownPage>;

  private constructor(
    repository: string,
    pages: ReadonlyMap<string, MarkdownPage>,
  ) {
    this.repository = repository;
    this.pages = pages;
  }

  static async stamp(): Promise<StampedDocuments> {
    const [repository, other] = await Promise.all(
      [production, staging].map(({ answers }) => stampRepository(answers)),
    );
    for (const folder of ['environments', 'docs', 'infrastructure'])
      await cp(path.join(other, folder), path.join(repository, folder), {
        recursive: true,
        force: false,
      });
    await rm(other, { recursive: true, force: true });
    const docs = await filesOf(path.join(repository, 'docs'));
    const names = ['README.md', ...docs.map(name => `docs/${name}`)];
    const pages = await Promise.all(
      names.map(async name => {
        const text = await readFile(path.join(repository, name), 'utf8');
        return [name, new MarkdownPage(name, text)] as const;
      }),
    );
    return new StampedDocuments(repository, new Map(pages));
  }

  /** A page; `docs/` and `.md` go without saying. */
  page(name: string): MarkdownPage {
    const found = this.pages.get(`docs/${name}.md`) ?? this.pages.get(name);
    if (!found) throw new Error(`There is no page ${name}`);
    return found;
  }

  /** A file of the repository. */
  read(name: string): Promise<string> {
    return readFile(path.join(this.repository, name), 'utf8');
  }

  dispose(): Promise<void> {
    return rm(this.repository, { recursive: true, force: true });
  }
}
