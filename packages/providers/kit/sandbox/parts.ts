import type { Act } from './act.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { SandboxNode } from './simulator.ts';

/** The name of a thing in a field of its own: changed and left, it is renamed. */
export function nameField({ kind, id, name }: SandboxNode): Html {
  return html`<form data-act class="name">
    <input type="hidden" name="do" value="rename" />
    <input type="hidden" name="kind" value="${kind}" />
    <input type="hidden" name="id" value="${id}" />
    <textarea
      name="name"
      rows="1"
      required
      maxlength="1000"
      id="name-${kind}-${id}"
      aria-label="Name of this ${kind}"
      data-submit
    >
${name}</textarea>
  </form>`;
}

/** A button that does one thing to a thing. */
export function actButton(verb: Act['do'], node: SandboxNode, label: Html | string): Html {
  const { kind, id } = node;
  return html`<form data-act>
    <input type="hidden" name="kind" value="${kind}" />
    <input type="hidden" name="id" value="${id}" />
    <button name="do" value="${verb}" id="${verb}-${kind}-${id}">${label}</button>
  </form>`;
}

/** A place to move to; `group` gathers places under one heading. */
export interface MoveTarget {
  readonly id: string;
  readonly name: string;
  readonly group: string;
}

/** A form that moves a thing elsewhere; nothing where there is nowhere else. */
export function moveForm(node: SandboxNode, targets: readonly MoveTarget[]): Html {
  const groups = Object.entries(Object.groupBy(targets, (target) => target.group));
  if (targets.length === 0) return html``;
  const { kind, id } = node;
  return html`<form data-act class="move">
    <input type="hidden" name="kind" value="${kind}" />
    <input type="hidden" name="id" value="${id}" />
    <select name="parent" aria-label="Move to">
      ${groups.map(
        ([group, ones = []]) =>
          html`<optgroup label="${group}">
            ${ones.map((one) => option(one, one.id === node.parent))}
          </optgroup>`,
      )}
    </select>
    <button name="do" value="move">Move</button>
  </form>`;
}

function option({ id, name }: MoveTarget, selected: boolean): Html {
  return html`<option value="${id}" ${selected && html`selected`}>${name}</option>`;
}

/** A menu that opens by click or key; only one is open at a time. */
export function menu(node: SandboxNode, parts: readonly Html[]): Html {
  return html`<details class="menu" name="menu" id="menu-${node.kind}-${node.id}">
    <summary aria-label="More for “${node.name}”">⋯</summary>
    <div>${parts}</div>
  </details>`;
}

/** A field that makes a new thing below `parent`, or at the top when there is none. */
export function createForm(kind: string, parent: string | null, label: string): Html {
  return html`<form data-act class="create">
    <input type="hidden" name="do" value="create" />
    <input type="hidden" name="kind" value="${kind}" />
    ${parent !== null && html`<input type="hidden" name="parent" value="${parent}" />`}
    <input
      name="name"
      required
      maxlength="1000"
      autocomplete="off"
      id="create-${kind}-${parent ?? ''}"
      placeholder="${label}"
      aria-label="${label}"
    />
    <button aria-label="${label}: add">+</button>
  </form>`;
}

/** The state of a thing as a small word; nothing when it is active. */
export function stateMark({ state }: SandboxNode): Html {
  return html`${state !== 'active' && html`<span class="mark ${state}">${state}</span>`}`;
}
