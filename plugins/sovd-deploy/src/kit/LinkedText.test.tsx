import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { LinkedText } from './LinkedText';

const url = 'http://localhost:15930/sovd/diagnostics/pulls/7';

describe('LinkedText', () => {
  it.each([
    `Waits for the merge of ${url}.`,
    `Merge ${url}, then it goes on.`,
    `Somebody merges it (${url}).`,
    url,
  ])('leads to the address in “%s”', async text => {
    renderInTestApp(
      <p data-testid="text">
        <LinkedText text={text} />
      </p>,
    );
    const link = await screen.findByRole('link', { name: url });
    expect(link).toHaveAttribute('href', url);
    expect(screen.getByTestId('text')).toHaveTextContent(text);
  });

  it.each(['Nothing to follow.', 'mailto:ann@example.com and ftp://host/file'])(
    'leaves “%s” as it is',
    async text => {
      renderInTestApp(<LinkedText text={text} />);
      expect(await screen.findByText(text)).toBeInTheDocument();
      expect(screen.queryByRole('link')).not.toBeInTheDocument();
    },
  );
});
