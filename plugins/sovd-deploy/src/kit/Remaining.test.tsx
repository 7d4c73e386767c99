import { render, screen } from '@testing-library/react';
import { ago } from '../__testUtils__/moments';
import { Remaining } from './Remaining';

describe('Remaining', () => {
  it.each([
    [26 * 60 + 30, /^26 min$/],
    [42, /^\d+ s$/],
    [-5, /^over$/],
  ])('%d s ahead', (seconds, text) => {
    const until = ago(-seconds);
    render(<Remaining until={until} />);
    const time = screen.getByText(text);
    expect(time).toHaveAttribute('datetime', until);
  });
});
