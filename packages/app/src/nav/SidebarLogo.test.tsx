import { screen } from '@testing-library/react';
import { SidebarOpenStateProvider } from '@backstage/core-components';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { SidebarLogo } from './SidebarLogo';

const show = async (isOpen: boolean) => {
  renderInTestApp(
    <SidebarOpenStateProvider value={{ isOpen, setOpen: () => {} }}>
      <SidebarLogo />
    </SidebarOpenStateProvider>,
  );
  return screen.findByRole('link', { name: 'Home' });
};

describe('SidebarLogo', () => {
  it('leads home', async () => {
    expect(await show(true)).toHaveAttribute('href', '/');
  });

  it.each([
    [true, 'SOVD'],
    [false, ''],
  ])('shows the name only where there is room (%p)', async (isOpen, text) => {
    expect((await show(isOpen)).textContent).toBe(text);
  });
});
