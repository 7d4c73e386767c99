import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { App } from './App';
import { api, type NewVehicle, type Vehicle } from './vehicles';

let server: Server;
let vehicles: Vehicle[];
let broken: boolean;

/** As much of the backend as the page uses, over real HTTP. */
function answer(url: URL, body: string): [status: number, content: unknown] {
  if (broken) return [500, { detail: [{ msg: 'internal' }] }];
  if (body === '') {
    const after = Number(url.searchParams.get('after'));
    const limit = Number(url.searchParams.get('limit'));
    return [200, vehicles.filter(({ id }) => id > after).slice(0, limit)];
  }
  const { vin, label } = JSON.parse(body) as NewVehicle;
  if (vehicles.some(vehicle => vehicle.vin === vin))
    return [409, { detail: `A vehicle with the VIN ${vin} exists` }];
  vehicles.push(vehicle(vehicles.length + 1, vin, label));
  return [201, vehicles[vehicles.length - 1]];
}

function vehicle(id: number, vin: string, label: string): Vehicle {
  return { id, vin, label, created_at: '2026-01-02T03:04:05Z' };
}

const vinOf = (number: number) => `WVW${String(number).padStart(14, '0')}`;

beforeEach(async () => {
  vehicles = [];
  broken = false;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => (body += chunk));
    request.on('end', () => {
      const headers = {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        'content-type': 'application/json',
      };
      const preflight = request.method === 'OPTIONS';
      const [status, content] = preflight
        ? [204, undefined]
        : answer(new URL(request.url ?? '', 'http://backend'), body);
      response.writeHead(status as number, headers);
      response.end(content === undefined ? undefined : JSON.stringify(content));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  api.defaults.baseURL = `http://127.0.0.1:${port}/api`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
});

async function fillIn(vin: string, label: string) {
  const user = userEvent.setup();
  await user.click(screen.getByLabelText('VIN'));
  await user.paste(vin);
  await user.click(screen.getByLabelText('Label'));
  await user.paste(label);
  return user;
}

test('says that there is no vehicle, and shows the one that is added', async () => {
  render(<App />);
  expect(await screen.findByText(/There is no vehicle yet/)).toBeVisible();
  const add = screen.getByRole('button', { name: 'Add' });
  expect(add).toBeDisabled();

  const user = await fillIn(vinOf(1).toLowerCase(), 'Red truck');
  await user.click(add);

  expect(await screen.findByRole('cell', { name: 'Red truck' })).toBeVisible();
  expect(screen.getByRole('cell', { name: vinOf(1) })).toBeVisible();
  await waitFor(() => expect(screen.getByLabelText('VIN')).toHaveValue(''));
});

test('refuses a number that is none before it is sent', async () => {
  render(<App />);
  await screen.findByText(/There is no vehicle yet/);
  await fillIn('IOQ45678901234567', 'Red truck');
  expect(screen.getByLabelText('VIN')).toBeInvalid();
  expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled();
});

test('says why the server refuses one, and keeps what was typed', async () => {
  vehicles = [vehicle(1, vinOf(1), 'Red truck')];
  render(<App />);
  await screen.findByText('Red truck');
  const user = await fillIn(vinOf(1), 'Blue truck');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(
    await screen.findByText(`A vehicle with the VIN ${vinOf(1)} exists`),
  ).toBeVisible();
  expect(screen.getByLabelText('Label')).toHaveValue('Blue truck');
});

test('shows more than one page on demand', async () => {
  vehicles = Array.from({ length: 60 }, (_, index) =>
    vehicle(index + 1, vinOf(index + 1), `Truck ${index + 1}`),
  );
  const user = userEvent.setup();
  render(<App />);
  expect(await screen.findByText('Truck 50')).toBeVisible();
  expect(screen.queryByText('Truck 51')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByText('Truck 60')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('says that something failed, and tries again when asked', async () => {
  broken = true;
  const user = userEvent.setup();
  render(<App />);
  expect(
    await screen.findByText('The server answered with status 500.'),
  ).toBeVisible();
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/There is no vehicle yet/)).toBeVisible();
});
