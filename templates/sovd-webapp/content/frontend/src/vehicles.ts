import axios from 'axios';

/** As the API shows it: see backend/app/api/vehicles.py. */
export interface Vehicle {
  id: number;
  vin: string;
  label: string;
  created_at: string;
}

export type NewVehicle = Pick<Vehicle, 'vin' | 'label'>;

/** 17 characters without I, O and Q (ISO 3779). */
export const VIN = /^[A-HJ-NPR-Z0-9]{17}$/;

/** How many vehicles one request asks for. */
export const PAGE = 50;

export const api = axios.create({
  baseURL: import.meta.env.VITE_API_BASE_URL ?? '/api',
  timeout: 10_000,
});

/** The vehicles behind an id, in the order of ids. */
export async function listVehicles(after: number): Promise<Vehicle[]> {
  const { data } = await api.get<Vehicle[]>('/vehicles', {
    params: { after, limit: PAGE },
  });
  return data;
}

export async function addVehicle(vehicle: NewVehicle): Promise<Vehicle> {
  const { data } = await api.post<Vehicle>('/vehicles', vehicle);
  return data;
}

/** What went wrong, in words for people. */
export function toMessage(error: unknown): string {
  if (!axios.isAxiosError<{ detail?: unknown }>(error)) return String(error);
  const { response } = error;
  if (!response) return 'The server does not answer. Try again in a moment.';
  const detail = response.data?.detail;
  return typeof detail === 'string'
    ? detail
    : `The server answered with status ${response.status}.`;
}
