import type { OpenApi, Operation } from '@timegrove/contract/openapi.ts';
import { style } from './openapi-style.ts';
import { notationOf } from './schema-notation.ts';

/** Renders the document as a page for people, without a script and without anything from elsewhere. */
export function renderApiPage(api: OpenApi): string {
  const { title, version, description } = api.info;
  const nouns = api.tags.map(({ name }) => name);
  const links = [...nouns, 'things'].map((name) => `<a href="#${name}">${name}</a>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} API</title><style>${style}</style></head>
<body><nav aria-label="Sections"><strong>${escape(title)} API</strong>${links.join('')}
<a href="/api/openapi.json">openapi.json</a></nav>
<main><h1>${escape(title)} API <small>${escape(version)}</small></h1>
<p>${escape(description)}</p>
${ways(api)}
${nouns.map((noun) => section(noun, api)).join('\n')}
<section id="things"><h2>things</h2>
${Object.entries(api.components.schemas).map(thing).join('\n')}
</section></main></body></html>
`;
}

/** How to say who one is. */
function ways({ components }: OpenApi): string {
  const { token } = components.securitySchemes;
  const paragraphs = token?.description?.split('\n\n') ?? [];
  return paragraphs.map((paragraph) => `<p>${words(paragraph)}</p>`).join('\n');
}

function section(noun: string, api: OpenApi): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags.includes(noun))
      .map(([method, operation]) => endpoint(method.toUpperCase(), path, operation)),
  );
  return `<section id="${noun}"><h2>${noun}</h2>\n${operations.join('\n')}\n</section>`;
}

const access = {
  public: 'for everybody',
  member: 'for members',
  administrator: 'for administrators',
} as const;

function scope({ 'x-scope': needed }: Operation): string {
  if (needed === undefined) return '';
  return needed === 'session' ? ', not with a token' : `, a token needs <code>${needed}</code>`;
}

function endpoint(method: string, path: string, operation: Operation): string {
  const { operationId, parameters, requestBody, responses } = operation;
  const [, ...refusals] = Object.entries(responses);
  const answer = Object.values(responses['200']?.content ?? {})[0];
  return `<article id="${operationId}">
<h3><a href="#${operationId}"><span class="method ${method}">${method}</span> <code>${escape(path).replaceAll('/', '/<wbr>')}</code></a></h3>
<p>${words(operation.summary)}. <em>${access[operation['x-access']]}${scope(operation)}</em></p>
<details><summary>What it takes, answers and refuses</summary>
${parameters.length === 0 ? '' : table(parameters)}
${requestBody === undefined ? '' : schema('Body', requestBody.content['application/json']?.schema)}
${schema('Answer', answer?.schema)}
${refusals.length === 0 ? '' : `<h4>Refusals</h4><dl>${refusals.map(([status, { description }]) => refusal(status, description)).join('')}</dl>`}
</details></article>`;
}

function table(parameters: Operation['parameters']): string {
  const rows = parameters.map(
    (parameter) =>
      `<tr><td><code>${parameter.name}</code></td><td>${parameter.in}${parameter.required ? '' : ', optional'}</td><td><code>${escape(notationOf(parameter.schema))}</code></td></tr>`,
  );
  return `<h4>Parameters</h4><table><tbody>${rows.join('')}</tbody></table>`;
}

function schema(heading: string, shape: Parameters<typeof notationOf>[0]): string {
  return `<h4>${heading}</h4>${block(notationOf(shape))}`;
}

function refusal(status: string, description: string): string {
  const lines = description.split('\n\n').map((line) => `<dd>${words(line)}</dd>`);
  return `<dt>${status}</dt>${lines.join('')}`;
}

function thing([name, shape]: [string, Parameters<typeof notationOf>[0]]): string {
  return `<article id="${name}"><h3>${name}</h3>${block(notationOf(shape))}</article>`;
}

function block(notation: string): string {
  // The names of things, which begin with a capital letter outside quotation marks, lead to them.
  const linked = escape(notation).replaceAll(
    /(?<=: |Array&lt;|\| |^)([A-Z]\w+)\b(?!&lt;)/gm,
    '<a href="#$1">$1</a>',
  );
  return `<pre tabindex="0"><code>${linked}</code></pre>`;
}

function words(text: string): string {
  return escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
