import type { AccountRole } from '@timegrove/domain/people/role.ts';

/** A task of the demo's own tree. */
export interface DemoTask {
  readonly name: string;
  readonly color?: string;
  readonly billable?: boolean;
  readonly below?: readonly DemoTask[];
}

const password = 'demo-password';

/** Made-up people; the first three are the log-ins of the demo. */
export const demoPeople: readonly {
  name: string;
  email: string;
  password: string;
  role: AccountRole;
}[] = [
  { name: 'Ada Linden', email: 'admin@demo.example', password, role: 'administrator' },
  { name: 'Sam Birch', email: 'supervisor@demo.example', password, role: 'supervisor' },
  { name: 'Uma Rowan', email: 'user@demo.example', password, role: 'user' },
  { name: 'Theo Alder', email: 'theo@demo.example', password, role: 'user' },
];

/** What a small agency does besides the work that comes from its tools. */
export const demoProjects: readonly DemoTask[] = [
  {
    name: 'Fernhill internal',
    color: '#868e96',
    billable: false,
    below: [
      { name: 'Weekly planning', billable: false },
      { name: 'Learning', billable: false },
      {
        name: 'New business',
        billable: false,
        below: [
          { name: 'Pitches', billable: false },
          { name: 'Estimates', billable: false },
        ],
      },
    ],
  },
  {
    name: 'Harbour Museum',
    color: '#1c7ed6',
    below: [
      {
        name: 'Audio guide',
        below: [{ name: 'Script' }, { name: 'Recording' }, { name: 'Player app' }],
      },
      {
        name: 'Exhibition website',
        below: [{ name: 'Wireframes' }, { name: 'Visual design' }, { name: 'Build' }],
      },
    ],
  },
  {
    name: 'Bakery Sonntag',
    color: '#e8590c',
    below: [{ name: 'Order form' }, { name: 'Photo day' }, { name: 'Care and hosting' }],
  },
];
