/**
 * The vendor's objects as its answers would have them: `id`, `name`, `organizationId` and `isArchived`
 * are used by a public client, everything else is inferred.
 */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
}

/** An organization; people say workspace. */
export interface Organization {
  readonly id: string;
  name: string;
  isArchived: boolean;
  readonly createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

/** A project; people say board. A direct chat is one without a name. */
export interface Project {
  readonly id: string;
  name: string | null;
  readonly organizationId: string;
  readonly description: string | null;
  readonly color: string;
  readonly isPrivate: boolean;
  isArchived: boolean;
  readonly createdBy: string;
  readonly createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

/** A list; people see a column. */
export interface List {
  readonly id: string;
  name: string;
  readonly projectId: string;
  readonly position: number;
  isArchived: boolean;
  readonly createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

/** A task; people see a card. */
export interface Task {
  readonly id: string;
  name: string;
  readonly description: string | null;
  organizationId: string;
  projectId: string;
  taskListId: string;
  parentId: string | null;
  isCompleted: boolean;
  completedAt: string | null;
  isArchived: boolean;
  readonly assigneeIds: readonly string[];
  readonly dueDate: string | null;
  readonly position: number;
  readonly createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}
