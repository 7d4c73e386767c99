import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { NextSteps } from './NextSteps';

describe('NextSteps', () => {
  it('links what can be linked and tells the rest', async () => {
    renderInTestApp(
      <NextSteps
        steps={[
          { label: 'Raise the quota' },
          { label: 'Run the form again', href: '/create' },
          { label: 'Events of the stack', href: '/events' },
        ]}
      />,
    );
    expect(await screen.findByText('Raise the quota')).toBeInTheDocument();
    expect(
      screen.getAllByRole('link').map(link => link.getAttribute('href')),
    ).toEqual(['/create', '/events']);
  });

  it('is nothing when there is nothing to do', async () => {
    renderInTestApp(
      <div data-testid="steps">
        <NextSteps steps={[]} />
      </div>,
    );
    expect(await screen.findByTestId('steps')).toBeEmptyDOMElement();
  });
});
