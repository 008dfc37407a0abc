export { addWorkingDays, isWorkingDay, workingDaysAfter } from './workdays.js';
