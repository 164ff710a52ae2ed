import type { NativeSelectProps } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { projectRoles, type ProjectRole } from '@timegrove/domain/people/role.ts';
import { SettledSelect } from '../../../../shell/settled-select.tsx';

/** The project roles as people call them. */
export function useProjectRoleWords(): Readonly<Record<ProjectRole, string>> {
  const { t } = useLingui();
  return {
    'project-manager': t`Project manager`,
    'regular-user': t`Regular user`,
    guest: t`Guest`,
  };
}

interface ProjectRoleSelectProps {
  readonly role: ProjectRole;
  readonly label: string;
  readonly onRole: (role: ProjectRole) => void;
  readonly look?: NativeSelectProps;
}

/** Chooses a project role. */
export function ProjectRoleSelect({ role, label, onRole, look }: ProjectRoleSelectProps) {
  const words = useProjectRoleWords();
  return (
    <SettledSelect
      size="xs"
      {...look}
      aria-label={label}
      value={role}
      choices={projectRoles.map((value) => ({ value, label: words[value] }))}
      onSettle={onRole}
    />
  );
}
