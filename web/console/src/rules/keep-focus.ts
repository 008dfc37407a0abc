import { nextTick } from 'vue';

const BUTTON = 'button:not(:disabled)';

/**
 * After an item of a list was moved or deleted, the keyboard goes on where it was: at the item that stands there now,
 * or, where none is left, at the first button after the list.
 *
 * @param list its children are the items; an item's own buttons stand in a child of class `moves`
 */
export async function focusItem(list: HTMLElement | null, index: number): Promise<void> {
  await nextTick();
  const items = list?.isConnected ? [...list.children] : [];
  const item = items[Math.min(index, items.length - 1)];
  const own = item?.querySelector<HTMLElement>(`:scope > .moves ${BUTTON}`);
  (own ?? list?.parentElement?.querySelector<HTMLElement>(`.buttons ${BUTTON}`))?.focus();
}
