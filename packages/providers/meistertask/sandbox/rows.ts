/**
 * The vendor's objects, with exactly the fields that it sends: those of the recordings of 2018, the
 * newer ones of its mobile client on projects, and the newer ones of the documentation on tasks.
 */
export interface Project {
  readonly id: number;
  readonly token: string;
  name: string;
  notes: string | null;
  status: number;
  readonly share_token: string | null;
  readonly share_token_enabled: boolean;
  readonly color: string | null;
  readonly mail_token: string;
  readonly roles_enabled: boolean;
  share_mode: number;
  readonly team_id: number | null;
  readonly type: string | null;
  readonly created_at: string;
  updated_at: string;
}

/** A section; people see a column. */
export interface Section {
  readonly id: number;
  name: string;
  description: string | null;
  color: string | null;
  status: number;
  readonly project_id: number;
  sequence: number;
  readonly created_at: string;
  updated_at: string;
}

/** A task; people see a card. */
export interface Task {
  readonly id: number;
  readonly token: string;
  name: string;
  notes: string | null;
  notes_html: string | null;
  status: number;
  status_updated_at: string;
  section_id: number;
  section_name: string;
  project_id: number;
  sequence: number;
  assigned_to_id: number | null;
  due: string | null;
  readonly tracked_time: number;
  readonly created_at: string;
  updated_at: string;
}

/** A person of the account. */
export interface Person {
  readonly id: number;
  readonly firstname: string;
  readonly lastname: string;
  readonly email: string;
  readonly avatar: string | null;
  readonly avatar_thumb: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** The numbers that stand for states. */
export const projectStatus = { active: 1, trashed: 4, archived: 5 } as const;
/** The numbers that stand for states. */
export const sectionStatus = { active: 1, trashed: 2 } as const;
/** The numbers that stand for states. */
export const taskStatus = { open: 1, completed: 2, trashed: 8, archived: 18 } as const;

/** The time as the vendor writes it: UTC with six decimals. */
export function stamp(date: Date, micros = 0): string {
  return date.toISOString().replace('Z', `${String(micros % 1000).padStart(3, '0')}Z`);
}

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A token of 8 signs that stands for an id, as in addresses of projects and tasks. */
export function tokenOf(id: number): string {
  let rest = (BigInt(id) * 2_654_435_761n * 40_503n) % 62n ** 8n;
  let token = '';
  for (let at = 0; at < 8; at += 1) {
    token += signs[Number(rest % 62n)] ?? '0';
    rest /= 62n;
  }
  return token;
}
