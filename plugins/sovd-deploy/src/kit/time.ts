import { DateTime } from 'luxon';

/** Age in the largest unit that fits. A negative age is a clock that goes wrong: it counts as now. */
export function formatAge(seconds: number): string {
  const age = Math.max(0, Math.round(seconds));
  if (age < 60) return `${age} s ago`;
  if (age < 3600) return `${Math.round(age / 60)} min ago`;
  if (age < 86_400) return `${Math.round(age / 3600)} h ago`;
  return `${Math.round(age / 86_400)} d ago`;
}

/** @param milliseconds - how long something took */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes < 60) return rest ? `${minutes} min ${rest} s` : `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Milliseconds between two moments of the wire. */
export function millisecondsBetween(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}

/**
 * A moment as people say it, in their own time zone: `today 03:08`, `18 Nov 16:40`.
 *
 * @param now - milliseconds since 1970 that "today" refers to
 */
export function formatMoment(iso: string, now: number): string {
  const moment = DateTime.fromISO(iso);
  const today = DateTime.fromMillis(now).startOf('day');
  const days = today.diff(moment.startOf('day'), 'days').days;
  if (days === 0) return `today ${moment.toFormat('HH:mm')}`;
  if (days === 1) return `yesterday ${moment.toFormat('HH:mm')}`;
  return moment.toFormat(
    moment.year === today.year ? 'd MMM HH:mm' : 'd MMM yyyy',
  );
}
