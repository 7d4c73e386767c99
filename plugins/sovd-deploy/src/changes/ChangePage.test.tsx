import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { ChangePage } from './ChangePage';
import * as stories from './ChangePage.stories';

describeStories(stories);

const outcome = () => screen.findByRole('region', { name: 'Outcome' });

describe('ChangePage', () => {
  it('says where a running change is, with one live sentence', async () => {
    renderInTestApp(<ChangePage {...stories.Running.args} />);
    expect(
      await screen.findByRole('heading', {
        name: 'Upgrade from sha-1f0c2ab to 2.5.0',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(
      'Database and release: Helm upgrades to revision 2: 1 of 3 pods runs 2.5.0.',
    );
    expect(
      screen.getByRole('region', { name: 'Log of Database and release' }),
    ).toHaveTextContent('1 of 3 pods ready');
    expect(
      screen.getByRole('link', { name: 'Read the whole log' }),
    ).toHaveAttribute('href', '/environment/changes/change-6/log');
    expect(
      screen.getByRole('region', { name: 'About this change' }),
    ).toHaveTextContent('Live traces of one vehicle (SOVD-812)');
  });

  it('stops only after it was said what that does', async () => {
    const onStop = jest.fn();
    renderInTestApp(<ChangePage {...stories.Running.args} onStop={onStop} />);
    const stop = await screen.findByRole('button', {
      name: 'Stop and go back',
    });
    await userEvent.click(stop);
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Pods go back to sha-1f0c2ab, which takes about a minute.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Let it run' }));
    expect(onStop).not.toHaveBeenCalled();
    await userEvent.click(stop);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop it now' }),
    );
    expect(onStop).toHaveBeenCalledTimes(1);
  });

  it('says why it can not be stopped by everybody', async () => {
    renderInTestApp(<ChangePage {...stories.MayNotStop.args} />);
    expect(
      await screen.findByRole('button', { name: 'Stop and go back' }),
    ).toBeDisabled();
    expect(
      screen.getByText(/You need the permission sovd.change.apply/),
    ).toBeInTheDocument();
  });

  it('tells who asked for its end', async () => {
    renderInTestApp(<ChangePage {...stories.Stopping.args} />);
    expect(await screen.findByRole('heading', { level: 3 })).toHaveTextContent(
      'Upgrade',
    );
    expect(
      screen.getByText(
        'jonas.weber asked for its end: it stops and goes back.',
      ),
    ).toBeInTheDocument();
  });

  it('tells what runs when it succeeded', async () => {
    renderInTestApp(<ChangePage {...stories.Succeeded.args} />);
    expect(await outcome()).toHaveTextContent('2.5.0 runs here as revision 2');
    expect(await outcome()).toHaveTextContent('3 of 3 pods ready');
    expect(
      screen.queryByRole('button', { name: 'Stop and go back' }),
    ).not.toBeInTheDocument();
  });

  it('tells the first cause, the next step and what still serves when it failed', async () => {
    renderInTestApp(<ChangePage {...stories.Failed.args} />);
    const region = await outcome();
    expect(region).toHaveTextContent(
      "New backend pods can't start; sha-1f0c2ab still serves",
    );
    expect(region).toHaveTextContent("KeyError: 'JWT_ISSUER'");
    expect(region).toHaveTextContent(
      'sha-1f0c2ab runs as revision 1: 3 of 3 pods ready.',
    );
    expect(
      within(region).getByRole('link', { name: 'Read the log of that pod' }),
    ).toBeInTheDocument();
  });

  it('tells of a rollback what it took back', async () => {
    renderInTestApp(<ChangePage {...stories.Rollback.args} />);
    expect(
      await screen.findByRole('region', { name: 'About this change' }),
    ).toHaveTextContent('Rollback of 2.5.0');
  });
});
