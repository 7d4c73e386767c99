import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { sharedCauses } from '../__testUtils__/fleet';
import { SharedCauses } from './SharedCauses';

describe('SharedCauses', () => {
  it('says each cause in one line and shows whom it concerns', async () => {
    const onShow = jest.fn();
    render(<SharedCauses causes={sharedCauses} onShow={onShow} />);
    const [first, second] = within(
      screen.getByRole('list', {
        name: 'Causes that several environments share',
      }),
    ).getAllByRole('listitem');
    expect(first).toHaveTextContent('212 environments');
    expect(second).toHaveTextContent('no more than 5 elastic IPs');
    await userEvent.click(
      screen.getByRole('button', { name: /Show the 3: Stack update/ }),
    );
    expect(onShow).toHaveBeenCalledWith(sharedCauses[1]);
  });

  it('takes no room when nothing is shared', () => {
    const { container } = render(
      <SharedCauses causes={[]} onShow={jest.fn()} />,
    );
    expect(container).toBeEmptyDOMElement();
  });
});
