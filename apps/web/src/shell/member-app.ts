/** What a member begins with, fetched as one. */
export { TimesheetScreen } from '../features/entries/timesheet-screen.tsx';
export { AppFrame } from './app-frame.tsx';
