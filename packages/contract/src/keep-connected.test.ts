import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepConnected, restAfter, type LineEvents } from './keep-connected.ts';

/** Counts the lines that were opened and are open now, and holds the events of the last one. */
function anExchange() {
  const idle: LineEvents = { open: () => undefined, lost: () => undefined };
  const exchange = {
    opened: 0,
    open: 0,
    last: idle,
    connect: (events: LineEvents) => {
      exchange.opened += 1;
      exchange.open += 1;
      exchange.last = events;
      return () => {
        exchange.open -= 1;
      };
    },
  };
  return exchange;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a lost line is opened again, after waits that double up to fifteen seconds', () => {
  const exchange = anExchange();
  keepConnected(exchange.connect);
  for (const wait of [1000, 2000, 4000, 8000, 15_000, 15_000]) {
    const before = exchange.opened;
    exchange.last.lost();
    expect(exchange.open).toBe(0);
    vi.advanceTimersByTime(wait - 1);
    expect(exchange.opened).toBe(before);
    vi.advanceTimersByTime(1);
    expect(exchange.opened).toBe(before + 1);
  }
});

test('a line that stood starts again with a short wait', () => {
  const exchange = anExchange();
  keepConnected(exchange.connect);
  exchange.last.lost();
  vi.advanceTimersByTime(1000);
  exchange.last.open();
  exchange.last.lost();
  vi.advanceTimersByTime(1000);
  expect(exchange.opened).toBe(3);
});

test('a window that nobody looks at gives its line back, and takes it again when seen', () => {
  const exchange = anExchange();
  const line = keepConnected(exchange.connect);
  line.rest();
  vi.advanceTimersByTime(restAfter - 1);
  expect(exchange.open).toBe(1);
  vi.advanceTimersByTime(1);
  expect(exchange.open).toBe(0);
  line.wake();
  expect(exchange.open).toBe(1);
  expect(exchange.opened).toBe(2);
});

test('a short look away keeps the line', () => {
  const exchange = anExchange();
  const line = keepConnected(exchange.connect);
  line.rest();
  vi.advanceTimersByTime(restAfter - 1);
  line.wake();
  vi.advanceTimersByTime(restAfter * 2);
  expect(exchange).toMatchObject({ open: 1, opened: 1 });
});

test('an ended line stays closed, also when it was being opened again', () => {
  const exchange = anExchange();
  const line = keepConnected(exchange.connect);
  exchange.last.lost();
  line.end();
  vi.advanceTimersByTime(60_000);
  expect(exchange).toMatchObject({ open: 0, opened: 1 });
});
