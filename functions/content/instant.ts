/**
 * A moment, the same everywhere, as ISO 8601 in UTC with milliseconds: "2008-05-26T22:00:00.000Z".
 * Always that form, so that instants sort as text.
 */
export type Instant = string & { readonly __brand: "Instant" };

/** A day in the newsroom's zone: "2008-05-27". */
export type LocalDate = string & { readonly __brand: "LocalDate" };

/** A date or a moment as an author wrote it. `timed` is false where only a day was given. */
export interface WrittenDate {
  readonly date: LocalDate;
  readonly instant: Instant;
  readonly timed: boolean;
}

export type DateReading =
  | ({ readonly ok: true } & WrittenDate)
  | { readonly ok: false; readonly code: "bad-date" | "hour-does-not-exist" | "hour-exists-twice" };

const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/;
const momentForm = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * Reads "2008-05-27", "2008-05-27T10:00" (in `zone`) or "2008-05-27T10:00+02:00"; seconds may follow.
 * A day means its first instant in `zone`. On the night when summer time begins an hour does not exist, on the
 * night when it ends one exists twice: both are refused, because a guess could lift an embargo an hour too early.
 *
 * @param zone  an IANA zone that `isZone` knows; anything else throws a RangeError
 * @see         RFC 3339, section 5.6; RFC 9557 for why an offset and a zone are two things
 */
export function readDateTime(text: string, zone: string): DateReading {
  const day = readDay(text);
  if (day) return { ok: true, date: day, instant: startOfDay(day, zone), timed: false };

  const [, dayText = "", hour = "", minute = "", second = "0", offset] = momentForm.exec(text) ?? [];
  const date = readDay(dayText);
  if (!date || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return { ok: false, code: "bad-date" };
  const clock = Date.parse(`${date}T${hour}:${minute}:${second.padStart(2, "0")}Z`);

  if (offset !== undefined) {
    const milliseconds = readOffset(offset);
    if (milliseconds === undefined) return { ok: false, code: "bad-date" };
    const instant = asInstant(clock - milliseconds);
    return { ok: true, date: localDate(instant, zone), instant, timed: true };
  }
  const [only, ...others] = momentsOf(clock, zone);
  if (only === undefined) return { ok: false, code: "hour-does-not-exist" };
  if (others.length > 0) return { ok: false, code: "hour-exists-twice" };
  return { ok: true, date, instant: asInstant(only), timed: true };
}

/** The day that "2008-05-27" names, or undefined. Years 1900 to 2199: outside them it is a slip of the keyboard. */
export function readDay(text: string): LocalDate | undefined {
  const [, year, month, day] = (dayForm.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year < 1900 || year > 2199) return undefined;
  const time = new Date(Date.UTC(year, month - 1, day));
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day ? (text as LocalDate) : undefined;
}

/**
 * The first instant of a day in a zone. Where the clock springs over midnight that is a later hour than 00:00;
 * where midnight comes twice, the first of them; where the zone left the day out altogether, the next day's first.
 */
export function startOfDay(date: LocalDate, zone: string): Instant {
  const clock = Date.parse(date);
  const [first] = momentsOf(clock, zone);
  if (first !== undefined) return asInstant(first);

  // Midnight is skipped: halve the two days around it until the millisecond at which the date turns is left.
  let before = clock - twoDays;
  let from = clock + twoDays;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (localDate(asInstant(middle), zone) < date) before = middle;
    else from = middle;
  }
  return asInstant(from);
}

/** The day after, by the calendar alone. */
export function nextDay(date: LocalDate): LocalDate {
  return asInstant(Date.parse(date) + oneDay).slice(0, 10) as LocalDate;
}

/** What the calendar on the wall says in `zone` at that instant. */
function localDate(instant: Instant, zone: string): LocalDate {
  const time = Date.parse(instant);
  return asInstant(time + offsetAt(time, zone)).slice(0, 10) as LocalDate;
}

/** What calendar and clock on the wall say in `zone` at that instant, to the minute: "2008-05-27T10:00". */
export function localMinute(instant: Instant, zone: string): string {
  const time = Date.parse(instant);
  return asInstant(time + offsetAt(time, zone)).slice(0, 16);
}

/** Throws a RangeError for a time that is none. */
export function asInstant(time: Date | number): Instant {
  return new Date(time).toISOString() as Instant;
}

/** Whether this is the name of a time zone: "Europe/Copenhagen" or "UTC", not "+02:00". */
export function isZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && clockOf(name) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false; // what Intl says of a zone that it does not know
    throw error;
  }
}

const oneDay = 86_400_000;
const twoDays = 2 * oneDay; // Samoa left out a whole day in 2011; no zone ever jumped further

function readOffset(text: string): number | undefined {
  if (text === "Z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4, 6));
  if (hours > 14 || minutes > 59) return undefined; // UTC+14 is the furthest there is
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** The instants at which a clock on the wall shows `clock` (written as if it were UTC): none, one or two, in order. */
function momentsOf(clock: number, zone: string): readonly number[] {
  const offsets = new Set([offsetAt(clock - twoDays, zone), offsetAt(clock + twoDays, zone)]);
  return [...offsets]
    .map((offset) => clock - offset)
    .filter((time) => time + offsetAt(time, zone) === clock)
    .toSorted((one, other) => one - other);
}

/** How many milliseconds the wall in `zone` is ahead of UTC at that time. Asked over and over of the same days. */
function offsetAt(time: number, zone: string): number {
  const name = `${zone} ${time}`;
  const known = offsets.get(name) ?? computedOffset(time, zone);
  if (offsets.size >= mostOffsets) offsets.clear();
  offsets.set(name, known);
  return known;
}

/** A day takes a few; so this is some years of days, and less than a megabyte. */
const mostOffsets = 10_000;
const offsets = new Map<string, number>();

function computedOffset(time: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of clockOf(zone).formatToParts(time)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making one costs a hundred times as much as using it. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(zone, clock);
  return clock;
}
