/** Rows by id, in the order in which they came, and grouped by what they lie in. */
export interface Table<Row extends { readonly id: string }> {
  all(): readonly Row[];
  get(id: string): Row | undefined;
  /** The rows in one thing above. */
  of(parent: string): readonly Row[];
  add(row: Row): Row;
  remove(id: string): void;
  /** To be called after a row was moved elsewhere. */
  moved(): void;
}

/** Makes an empty table. Groups are kept until something changes, so that a large read costs no search. */
export function createTable<Row extends { readonly id: string }>(
  parentOf: (row: Row) => string,
): Table<Row> {
  const rows = new Map<string, Row>();
  let groups: Map<string, Row[]> | null = null;
  const forget = () => {
    groups = null;
  };
  return {
    all: () => [...rows.values()],
    get: (id) => rows.get(id),
    of(parent) {
      groups ??= Map.groupBy(rows.values(), parentOf);
      return groups.get(parent) ?? [];
    },
    add(row) {
      rows.set(row.id, row);
      forget();
      return row;
    },
    remove(id) {
      rows.delete(id);
      forget();
    },
    moved: forget,
  };
}
