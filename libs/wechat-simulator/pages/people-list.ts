import type { Identity } from '../state/people.js';
import { html, type Html, type Part } from './html.js';

const TONES = 5;

/** A square with the first character of a name; its colour depends on the name. */
export function avatar(name: string): Html {
  const [first = ''] = name;
  return html`<span class="avatar tone-${(first.codePointAt(0) ?? 0) % TONES}" aria-hidden="true"
    >${first}</span
  >`;
}

/** Name and note of a person, as the contents of a row. */
export function personLabel({ nickname, note }: Identity): Html {
  return html`${avatar(nickname)}<span class="who"
      ><span class="nickname">${nickname}</span
      >${note !== '' && html`<span class="note">${note}</span>`}</span
    >`;
}

/** People to choose from, each a button that submits the surrounding form with their id. */
export function peopleButtons(people: readonly Identity[]): Html {
  const rows: Part[] = people.map(
    (person) =>
      html`<li>
        <button class="row" name="person_id" value="${person.id}">${personLabel(person)}</button>
      </li>`,
  );
  return html`<ul class="rows" role="list">
    ${rows}
  </ul>`;
}

/** Hidden inputs that carry values through a form. */
export function hiddenInputs(values: Readonly<Record<string, string>>): Html {
  const inputs = Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`${inputs}`;
}
