import { render, screen } from '@testing-library/react';
import { Fact, Facts } from './Fact';

describe('Facts', () => {
  it('pairs each label with its value and hint, in the order given', () => {
    render(
      <Facts>
        <Fact label="Version" hint="revision 3">
          2.4.1
        </Fact>
        <Fact label="Stack">Ready</Fact>
      </Facts>,
    );
    const text = (role: string) =>
      screen.getAllByRole(role).map(({ textContent }) => textContent);
    expect(text('term')).toEqual(['Version', 'Stack']);
    expect(text('definition')).toEqual(['2.4.1revision 3', 'Ready']);
    const [version, stack] = screen.getAllByRole('definition');
    expect(version.children).toHaveLength(2);
    // Without a hint there is no empty line.
    expect(stack.children).toHaveLength(1);
  });
});
