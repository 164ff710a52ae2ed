import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { projectRoles, type ProjectRole } from '@timegrove/domain/people/role.ts';

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
    <NativeSelect
      size="xs"
      {...look}
      aria-label={label}
      value={role}
      data={projectRoles.map((value) => ({ value, label: words[value] }))}
      onChange={(event) => {
        const chosen = projectRoles.find((known) => known === event.currentTarget.value);
        if (chosen) onRole(chosen);
      }}
    />
  );
}
