import { computed, ref, shallowRef, watch } from 'vue';
import type { ImportOutcome } from '../../../src/reviews/import.terms.js';
import type { StaffImportReport } from '../../../src/imports/review/staff-import.view.js';
import { type ApiFault, asFault } from './api/api-fault.js';
import { staffApi } from './api/staff-api.js';

/** What is under way: looking at a file, turning the pages of what was found, or importing. */
export type ImportWork = 'check' | 'list' | 'import';

const sumOf = (report: StaffImportReport | null, outcome: ImportOutcome): number =>
  Object.values(report?.counts ?? {}).reduce((sum: number, counts) => sum + counts[outcome], 0);

/** A file on its way into drafts: chosen, checked, looked at, imported. */
export function useImport() {
  const file = shallowRef<File | null>(null);
  const map = shallowRef<File | null>(null);
  const partial = ref(false);
  const outcome = ref<ImportOutcome | ''>('');
  const working = ref<ImportWork | null>(null);
  const report = shallowRef<StaffImportReport | null>(null);
  const fault = shallowRef<ApiFault | null>(null);

  const countOf = (one: ImportOutcome): number => sumOf(report.value, one);
  const changes = computed(() => countOf('created') + countOf('updated'));
  /** What was checked may be imported, if something would change and no fault stands in the way. */
  const ready = computed(() => {
    const seen = report.value;
    return seen !== null && !seen.saved && changes.value > 0 && (seen.faultCount === 0 || partial.value);
  });

  function formFor(work: ImportWork, chosen: File, page: number): FormData {
    const form = new FormData();
    form.append('dryRun', String(work !== 'import'));
    form.append('partial', String(partial.value));
    // Only what the person looked at is imported.
    if (work === 'import' && report.value) form.append('plan', report.value.plan);
    if (work === 'list') form.append('outcome', outcome.value);
    form.append('page', String(page));
    if (map.value) form.append('map', map.value);
    form.append('file', chosen);
    return form;
  }

  async function send(work: ImportWork, page = 1): Promise<void> {
    if (!file.value) return;
    working.value = work;
    fault.value = null;
    if (work === 'check') {
      report.value = null;
      outcome.value = '';
    }
    try {
      report.value = await staffApi.importFile(formFor(work, file.value, page));
      if (work === 'import') outcome.value = '';
    } catch (error) {
      fault.value = asFault(error);
    } finally {
      working.value = null;
    }
  }

  /** Shows changes of one outcome, or all (an empty text). */
  function narrow(wanted: ImportOutcome | ''): Promise<void> {
    outcome.value = wanted;
    return send('list');
  }

  // What was checked was another file, or another wish.
  watch([file, map], () => {
    report.value = null;
    fault.value = null;
  });

  return { file, map, partial, outcome, working, report, fault, changes, ready, countOf, send, narrow };
}
