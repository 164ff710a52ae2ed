import type { Account, Space } from './account.ts';
import { fineStamp, plans } from './rows.ts';
import type { Client, Organization, Project, Task, User, Workspace } from './rows.ts';

/** The person who asks, as `/me` tells [R]. */
export function meView({ me, spaces, now }: Account) {
  const at = fineStamp(now(), me.id);
  return {
    id: me.id,
    email: me.email,
    fullname: me.fullname,
    timezone: 'Europe/Berlin',
    toggl_accounts_id: `sandbox-${me.id}`,
    default_workspace_id: [...spaces.keys()][0] ?? null,
    beginning_of_week: 1,
    image_url: '',
    created_at: at,
    updated_at: at,
    at,
    openid_email: null,
    openid_enabled: false,
    country_id: null,
    has_password: true,
    intercom_hash: '',
    oauth_providers: [],
    authorization_updated_at: at,
  };
}

/** A workspace, in the recorded order of keys [R]. */
export function workspaceView({ workspace, projects }: Space) {
  return {
    ...paid(workspace),
    default_hourly_rate: null,
    rate_last_updated: null,
    default_currency: 'EUR',
    only_admins_may_create_projects: false,
    only_admins_may_create_tags: false,
    only_admins_see_billable_rates: false,
    only_admins_see_team_dashboard: false,
    projects_billable_by_default: true,
    projects_private_by_default: false,
    projects_enforce_billable: false,
    limit_public_project_data: false,
    last_modified: workspace.at,
    reports_collapse: true,
    rounding: 1,
    rounding_minutes: 0,
    api_token: '',
    at: workspace.at,
    logo_url: '',
    ical_url: '',
    ical_enabled: false,
    csv_upload: null,
    subscription: null,
    hide_start_end_times: false,
    working_hours_in_minutes: null,
    active_project_count: projects.all().filter((project) => project.active).length,
  };
}

function paid({ id, organization, name, suspended_at, server_deleted_at }: Workspace) {
  return {
    id,
    organization_id: organization.id,
    name,
    premium: organization.plan !== 'free',
    business_ws: organization.plan === 'premium',
    admin: true,
    role: 'admin',
    suspended_at,
    server_deleted_at,
  };
}

/** An organization [R]. */
export function organizationView({ id, name, plan, created_at }: Organization, users: number) {
  return {
    id,
    name,
    pricing_plan_id: plan === 'free' ? 0 : 1,
    created_at,
    at: created_at,
    server_deleted_at: null,
    is_multi_workspace_enabled: plan === 'premium',
    suspended_at: null,
    user_count: users,
    trial_info: {
      trial: false,
      trial_available: true,
      trial_end_date: null,
      next_payment_date: null,
      last_pricing_plan_id: null,
      can_have_trial: true,
      trial_plan_id: null,
    },
    is_unified: true,
    max_workspaces: 20,
    permissions: null,
    admin: true,
    owner: true,
    pricing_plan_name: plans[plan].name,
    pricing_plan_enterprise: false,
  };
}

/** A client: the six recorded keys [R]. */
export function clientView({ id, wid, archived, name, at, creator_id }: Client) {
  return { id, wid, archived, name, at, creator_id };
}

/** A project: the recorded keys [R]; `end_date` is absent when there is none. */
export function projectView(row: Project, tasks: number) {
  return {
    ...row,
    billable: null,
    template: null,
    auto_estimates: null,
    estimated_hours: null,
    estimated_seconds: null,
    rate: null,
    rate_last_updated: null,
    currency: null,
    recurring: false,
    template_id: null,
    recurring_parameters: null,
    fixed_fee: null,
    actual_hours: 0,
    actual_seconds: 0,
    tasks_count: tasks,
    can_track_time: row.active,
    start_date: row.created_at.slice(0, 10),
    status: row.server_deleted_at === null ? (row.active ? 'active' : 'archived') : 'deleted',
    wid: row.workspace_id,
    cid: row.client_id,
    is_shared: false,
  };
}

/** A task, with what lists tell of its project and client [S]. */
export function taskView(row: Task, { projects, clients, users }: Space) {
  const { created_at: _created, ...sent } = row;
  const project = projects.get(row.project_id);
  const client = clients.get(project?.client_id ?? 0);
  const user = users.find(({ id }) => id === row.user_id);
  return {
    ...sent,
    recurring: false,
    estimated_seconds: null,
    tracked_seconds: 0,
    toggl_accounts_id: null,
    avatar_url: null,
    user_name: user?.fullname ?? null,
    client_id: client?.id ?? null,
    client_name: client?.name ?? null,
    project_name: project?.name ?? '',
    project_color: project?.color ?? '',
    project_is_private: project?.is_private ?? false,
    project_billable: false,
    rate: 0,
    rate_last_updated: null,
  };
}

/** A person in the short form of `/workspaces/{w}/users` [S]. */
export function userView({ id, email, fullname, inactive, joined, admin }: User) {
  return {
    id,
    email,
    fullname,
    inactive,
    is_active: joined,
    is_admin: admin,
    role: admin ? 'admin' : 'user',
  };
}
