import { render } from '@testing-library/react';
import { RiLockLine } from '@remixicon/react';
import { StateMessage } from './StateMessage';

const shown = (action?: string) =>
  render(
    <StateMessage
      icon={RiLockLine}
      headline="You may not see this"
      cause="You need a permission."
      action={action}
    />,
  ).container;

describe('StateMessage', () => {
  it('says what, why, and what to do, in this order', () => {
    expect(shown('Ask Ann')).toHaveTextContent(
      /^You may not see this.*You need a permission\..*Ask Ann$/,
    );
  });

  it('keeps no place for what there is not to do', () => {
    const withAction = shown('Ask Ann').querySelectorAll('div').length;
    expect(shown().querySelectorAll('div')).toHaveLength(withAction - 1);
  });

  it('hides its icon from whoever is read to', () => {
    expect(shown().querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
  });
});
