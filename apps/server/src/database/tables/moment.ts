import type { ColumnType } from 'kysely';

/** A column that always holds an instant. */
export type Moment = ColumnType<Date, Date, Date>;
/** A column that holds an instant or null. */
export type MaybeMoment = ColumnType<Date | null, Date | null | undefined, Date | null>;
