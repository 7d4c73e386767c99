import { act, screen } from '@testing-library/react';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  applicationEntity,
  renderOnEntity,
} from '../__testUtils__/renderOnEntity';
import { setVisibility } from '../__testUtils__/setVisibility';
import {
  currentTemplate,
  outdatedTemplate,
  proposedTemplate,
} from '../__testUtils__/templates';
import { EntityTemplateCard } from './EntityTemplateCard';

const ownSystem = {
  ...applicationEntity,
  kind: 'System',
  metadata: { ...applicationEntity.metadata, name: 'diagnostics' },
};
const inOtherSystem = {
  ...applicationEntity,
  spec: { ...applicationEntity.spec, system: 'workshop' },
};

describe('EntityTemplateCard', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each([
    ['a System', ownSystem, 'system:default/diagnostics'],
    ['a Component', applicationEntity, 'system:default/diagnostics'],
    [
      'a Component of a larger System',
      inOtherSystem,
      'component:default/diagnostics-backend',
    ],
  ])('fills in the form on the page of %s', async (_, entity, ref) => {
    const getTemplateStatus = jest.fn().mockResolvedValue(outdatedTemplate);
    renderOnEntity(<EntityTemplateCard />, { getTemplateStatus }, { entity });
    const link = await screen.findByRole('link', { name: 'Upgrade template' });
    const { pathname, searchParams } = new URL(
      link.getAttribute('href') ?? '',
      'http://localhost',
    );
    expect(pathname).toBe('/create/templates/default/sovd-webapp-upgrade');
    expect(JSON.parse(searchParams.get('formData') ?? '')).toEqual({
      application: ref,
    });
    expect(getTemplateStatus).toHaveBeenCalledWith('diagnostics', {
      signal: expect.any(AbortSignal),
    });
  });

  it('looks again when somebody comes back from merging', async () => {
    const getTemplateStatus = jest
      .fn()
      .mockResolvedValueOnce(proposedTemplate)
      .mockResolvedValue(currentTemplate);
    renderOnEntity(
      <EntityTemplateCard />,
      { getTemplateStatus },
      { entity: ownSystem },
    );
    await screen.findByRole('list', { name: 'Open pull requests' });
    setVisibility('hidden');
    await act(async () => setVisibility('visible'));
    expect(
      await screen.findByText('sovd-webapp 0.4.0, up to date'),
    ).toBeInTheDocument();
    expect(getTemplateStatus).toHaveBeenCalledTimes(2);
  });

  it('says of an application that no template made what that means', async () => {
    renderOnEntity(
      <EntityTemplateCard />,
      { getTemplateStatus: () => Promise.reject(new NotFoundError('unknown')) },
      { entity: ownSystem },
    );
    expect(
      await screen.findByText('Not made by a template of this portal'),
    ).toBeInTheDocument();
  });

  it('names who may let a person in', async () => {
    renderOnEntity(
      <EntityTemplateCard />,
      { getTemplateStatus: () => Promise.reject(new NotAllowedError('no')) },
      { entity: ownSystem },
    );
    expect(
      await screen.findByText(/workshop, the owner, can give it\./),
    ).toBeInTheDocument();
  });
});
