import { render, screen } from '@testing-library/react';
import { StackOutputs } from './StackOutputs';

describe('StackOutputs', () => {
  it('lists outputs by name, folded', () => {
    render(
      <StackOutputs outputs={{ VpcId: 'vpc-1', DatabaseName: 'fleet' }} />,
    );
    const summary = screen.getByText('2 outputs');
    expect(summary.closest('details')).not.toHaveAttribute('open');
    const text = (role: string) =>
      screen
        .getAllByRole(role, { hidden: true })
        .map(({ textContent }) => textContent);
    expect(text('term')).toEqual(['DatabaseName', 'VpcId']);
    expect(text('definition')).toEqual(['fleet', 'vpc-1']);
  });

  it.each([
    [{}, 'It has no outputs.'],
    [{ VpcId: 'vpc-1' }, '1 output'],
  ])('counts %j', (outputs, words) => {
    render(<StackOutputs outputs={outputs} />);
    expect(screen.getByText(words)).toBeInTheDocument();
  });
});
