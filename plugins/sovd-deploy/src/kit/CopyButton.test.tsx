import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { CopyButton } from './CopyButton';

describe('CopyButton', () => {
  it('puts the text on the clipboard and says so', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    renderInTestApp(<CopyButton text="sha256:1f0c" what="digest" />);
    await user.click(
      await screen.findByRole('button', { name: 'Copy the digest' }),
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'The digest is copied.',
    );
    expect(write).toHaveBeenCalledWith('sha256:1f0c');
  });

  it('says that a browser can not copy', async () => {
    const user = userEvent.setup();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('denied'));
    renderInTestApp(<CopyButton text="sha256:1f0c" what="digest" />);
    await user.click(
      await screen.findByRole('button', { name: 'Copy the digest' }),
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      "This browser can't copy; select the digest instead.",
    );
  });
});
