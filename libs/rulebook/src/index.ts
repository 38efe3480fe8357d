export * from './calendar/decrees.ts';
export * from './calendar/calendar.ts';
export * from './offices/office-directory.ts';
