interface TaskNameProps {
  readonly name: string;
}

/** A name as its owner wrote it, in its own direction, cut to one line. */
export function TaskName({ name }: TaskNameProps) {
  return (
    <bdi className="project-name" title={name.length > 30 ? name : undefined}>
      {name}
    </bdi>
  );
}
