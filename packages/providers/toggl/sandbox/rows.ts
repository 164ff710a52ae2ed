/** What the simulated vendor keeps; `views.ts` makes of it the objects that it sends. */
export interface User {
  /** The same in every workspace. */
  readonly id: number;
  readonly email: string;
  readonly fullname: string;
  readonly inactive: boolean;
  /** False for somebody who was invited and has not joined. */
  readonly joined: boolean;
  readonly admin: boolean;
}

/** The plans, with the calls of an hour that each allows in an organization [D]. */
export const plans = {
  free: { name: 'Free', hourly: 30 },
  starter: { name: 'Starter', hourly: 240 },
  premium: { name: 'Premium', hourly: 600 },
} as const;

/** The name of a plan. */
export type Plan = keyof typeof plans;

/** Who pays for workspaces. */
export interface Organization {
  readonly id: number;
  readonly name: string;
  plan: Plan;
  readonly created_at: string;
}

/** A workspace. */
export interface Workspace {
  readonly id: number;
  readonly organization: Organization;
  name: string;
  suspended_at: string | null;
  server_deleted_at: string | null;
  at: string;
}

/** A client. */
export interface Client {
  readonly id: number;
  readonly wid: number;
  archived: boolean;
  name: string;
  at: string;
  readonly creator_id: number;
  server_deleted_at: string | null;
}

/** A project. */
export interface Project {
  readonly id: number;
  readonly workspace_id: number;
  client_id: number | null;
  name: string;
  is_private: boolean;
  active: boolean;
  at: string;
  readonly created_at: string;
  server_deleted_at: string | null;
  color: string;
  pinned: boolean;
}

/** A task. */
export interface Task {
  readonly id: number;
  name: string;
  readonly workspace_id: number;
  project_id: number;
  user_id: number | null;
  /** False means done. */
  active: boolean;
  at: string;
  readonly created_at: string;
  server_deleted_at: string | null;
}

/** The time as the vendor writes it on projects, clients and workspaces: to the second, with an offset [R]. */
export function stamp(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, '+00:00');
}

/** The time as the vendor writes it on people and organizations: UTC with microseconds [R]. */
export function fineStamp(date: Date, micros: number): string {
  return date.toISOString().replace('Z', `${String(micros % 1000).padStart(3, '0')}Z`);
}
