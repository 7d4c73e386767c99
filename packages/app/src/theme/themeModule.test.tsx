import { render, screen } from '@testing-library/react';
import {
  appThemeApiRef,
  PageBlueprint,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { AppTheme } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { useTheme } from '@material-ui/core';
import { themeModule } from './themeModule';

function Palette() {
  const { palette } = useTheme();
  return <p>{`${palette.type} on ${palette.background.paper}`}</p>;
}

/** Themes that people can choose in an app with the module. */
async function installedThemes(): Promise<AppTheme[]> {
  let themes: AppTheme[] = [];
  function Probe() {
    themes = useApi(appThemeApiRef).getInstalledThemes();
    return <p>{`${themes.length} themes`}</p>;
  }
  const page = PageBlueprint.make({
    name: 'probe',
    params: { path: '/', loader: async () => <Probe /> },
  });
  renderTestApp({ features: [themeModule], extensions: [page] });
  await screen.findByText(/\d themes/);
  return themes;
}

describe('themeModule', () => {
  it("takes the place of the app's own dark theme, and leaves the light one", async () => {
    const themes = await installedThemes();
    expect(themes.map(({ id }) => id).sort()).toEqual(['dark', 'light']);
  });

  it('lays Material on the same grey as the rest of the page', async () => {
    const dark = (await installedThemes()).find(({ id }) => id === 'dark');
    if (!dark) throw new Error('There is no dark theme');
    expect(dark.variant).toBe('dark');
    render(
      <dark.Provider>
        <Palette />
      </dark.Provider>,
    );
    expect(screen.getByText('dark on #1f2227')).toBeInTheDocument();
  });
});
