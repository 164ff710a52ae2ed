/** Rows by a number that is handed out upwards, in that order; what many vendors keep behind their lists. */
export interface Table<Row extends { readonly id: number }> {
  all(): readonly Row[];
  get(id: number): Row | undefined;
  add(row: Row): Row;
  remove(id: number): void;
}

/** Makes an empty table. The list of its rows is kept, so that a page of it costs only the page. */
export function createTable<Row extends { readonly id: number }>(): Table<Row> {
  const rows = new Map<number, Row>();
  let list: Row[] | null = null;
  return {
    all() {
      list ??= [...rows.values()];
      return list;
    },
    get: (id) => rows.get(id),
    add(row) {
      rows.set(row.id, row);
      list = null;
      return row;
    },
    remove(id) {
      if (rows.delete(id)) list = null;
    },
  };
}
