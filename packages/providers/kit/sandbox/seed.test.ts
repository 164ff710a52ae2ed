import { expect, it } from 'vitest';
import { makeSeed } from './seed.ts';

it.each([
  ['agency', 8, 120],
  ['company', 80, 5_000],
  ['stress', 400, 100_000],
] as const)(
  'the size %s has %i projects and %i tasks, the same each time',
  (size, projects, tasks) => {
    const seed = makeSeed(size);
    expect(seed.projects).toHaveLength(projects);
    const all = seed.projects.flatMap((project) => project.lists.flatMap((list) => list.tasks));
    expect(all).toHaveLength(tasks);
    expect(JSON.stringify(makeSeed(size))).toBe(JSON.stringify(seed));
    expect(JSON.stringify(makeSeed(size, 2))).not.toBe(JSON.stringify(seed));
  },
);

it('has people, whose addresses lead nowhere and differ', () => {
  const emails = makeSeed('stress').people.map((person) => person.email);
  expect(new Set(emails).size).toBe(150);
  expect(emails.every((email) => email.endsWith('.example'))).toBe(true);
});

it('has work in every state, archived projects, and work without a client', () => {
  const { projects } = makeSeed('agency');
  const states = projects.flatMap((one) =>
    one.lists.flatMap((list) => list.tasks.map((task) => task.state)),
  );
  expect([...new Set(states)].sort()).toEqual(['archived', 'completed', 'open']);
  expect(projects.some((project) => project.archived)).toBe(true);
  expect(projects.some((project) => project.client === null)).toBe(true);
});
