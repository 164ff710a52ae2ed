// What the sandbox page does in the browser: it sends acts and fault switches to the control API and
// then shows the page as the server sees it now, with focus and open parts kept.

async function send(path, method, body) {
  const answer = await fetch(new URL(path, import.meta.url), {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const alert = document.querySelector('.alert');
  alert.textContent = answer.ok ? '' : (await answer.json()).error;
  await refresh();
}

async function refresh() {
  const page = await (await fetch(location.href)).text();
  const fresh = new DOMParser().parseFromString(page, 'text/html');
  const focused = document.activeElement?.id;
  const open = [...document.querySelectorAll('details[open][id]')].map(({ id }) => id);
  const left = document.querySelector('.columns')?.scrollLeft ?? 0;
  document.querySelector('#page').replaceWith(fresh.querySelector('#page'));
  for (const id of ['faults', 'requests'])
    document.getElementById(id).replaceWith(fresh.getElementById(id));
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  document.querySelector('.columns')?.scrollTo({ left });
  if (focused) document.getElementById(focused)?.focus();
}

function actOf(form, button) {
  const fields = Object.fromEntries(new FormData(form));
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  const act = { ...Object.fromEntries(filled), account: document.body.dataset.account };
  return button?.name === 'do' ? { ...act, do: button.value } : act;
}

function faultsOf(form) {
  const number = (name) => Number(form.elements[name].value);
  const more = {
    'page-cap': () => ({ rows: number('rows') }),
    slow: () => ({ milliseconds: number('milliseconds') }),
    'missing-field': () => ({ field: form.elements.field.value }),
  };
  const place = {
    ...(number('page') > 0 ? { page: number('page') } : {}),
    ...(form.elements.path.value === '' ? {} : { path: form.elements.path.value }),
  };
  const kinds = new FormData(form).getAll('kind');
  return kinds.map((kind) => ({ kind, ...place, ...more[kind]?.() }));
}

document.addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  if ('act' in form.dataset) {
    event.preventDefault();
    void send('act', 'POST', actOf(form, submitter));
  } else if ('faults' in form.dataset) {
    event.preventDefault();
    void send('faults', 'POST', { faults: faultsOf(form) });
  }
});

document.addEventListener('change', (event) => {
  if (event.target.matches('[data-submit]')) event.target.form.requestSubmit();
});

// Enter ends a name; a new line in it would be no name any more.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !event.target.matches('textarea[data-submit]')) return;
  event.preventDefault();
  event.target.blur();
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button === null) return;
  const { dataset } = button;
  if (dataset.copy !== undefined) void navigator.clipboard.writeText(dataset.copy);
  if (dataset.noFaults !== undefined) void send('faults', 'DELETE');
  if (dataset.reset !== undefined) void send('reset', 'POST', {});
  if (dataset.event !== undefined) {
    const { account } = document.body.dataset;
    void send('happen', 'POST', { event: dataset.event, account });
  }
});

document.addEventListener('dragstart', (event) => {
  event.dataTransfer.setData('text/plain', event.target.closest('[data-drag]')?.dataset.drag ?? '');
});

document.addEventListener('dragover', (event) => {
  if (event.target.closest('[data-drop]')) event.preventDefault();
});

document.addEventListener('drop', (event) => {
  const place = event.target.closest('[data-drop]');
  const [kind, id] = event.dataTransfer.getData('text/plain').split(' ');
  if (place === null || !id) return;
  event.preventDefault();
  const { account } = document.body.dataset;
  void send('act', 'POST', { do: 'move', kind, id, parent: place.dataset.drop, account });
});

// Escape closes what is open, a click beside it too.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open =
    document.activeElement?.closest('details[open]') ?? document.querySelector('details[open]');
  open?.removeAttribute('open');
  open?.querySelector('summary').focus();
});

document.addEventListener('click', (event) => {
  for (const open of document.querySelectorAll('details[open]'))
    if (document.contains(event.target) && !open.contains(event.target))
      open.removeAttribute('open');
});
