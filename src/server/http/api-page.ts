/** The OpenAPI document as a page for people: no script, readable on a phone and on paper, in both themes. */
import { escapeHtml } from '../mail/layout.ts'

type Json = Record<string, unknown>
type Schema = {
  type?: string
  enum?: string[]
  const?: unknown
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  format?: string
  minimum?: number
  maximum?: number
  maxLength?: number
  maxItems?: number
}
type Parameter = { name: string; in: string; required: boolean; description: string; schema: Schema }
type Operation = {
  operationId: string
  summary: string
  description: string
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content: Record<string, { schema: Schema }> }>
}

export function apiPage(document: Json): string {
  const { info, servers, paths } = document as unknown as {
    info: { title: string; description: string }
    servers: { url: string }[]
    paths: Record<string, Record<string, Operation>>
  }
  const base = servers[0]?.url ?? ''
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const contents = all.map(
    ({ path, method, operation }) =>
      `<li><a href="#${operation.operationId}"><code>${method} ${e(path)}</code><span>${e(operation.summary)}</span></a></li>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light"><title>API · ${e(info.title)}</title><style>${STYLE}</style></head>
<body><main><nav><a href="/">Spotter</a><a href="/account#tokens">Your tokens</a><a href="/api/v1/openapi.json">OpenAPI</a></nav>
<h1>API</h1><p class="lead">${prose(info.description)}</p>
<h2>Begin</h2>
<p>Make a token under <a href="/account#tokens">your account</a>. It is shown once. Whoever has it can read your log, or write in it too, whichever you chose; take it back at any time.</p>
<pre>curl -H "Authorization: Bearer spotter_…" ${e(base)}/workouts?limit=1</pre>
<p>Refusals are JSON: <code>{"error":{"code","message"}}</code>, the message a sentence for people. An account has 600 requests in five minutes; beyond that the answer is 429 and <code>Retry-After</code> says how long to wait. Pages go on with <code>nextCursor</code> until it is null.</p>
<h2>Addresses</h2><ul class="contents">${contents.join('')}</ul>
${all.map(({ path, method, operation }) => section(base, path, method, operation)).join('\n')}
</main></body></html>`
}

const e = escapeHtml
/** Words with `code` in them. */
const prose = (text: string) => e(text).replace(/`([^`]+)`/g, '<code>$1</code>')

function section(base: string, path: string, method: string, operation: Operation): string {
  const body = operation.requestBody?.content['application/json']?.schema
  const returns = operation.responses['200']?.content['application/json']?.schema
  const others = Object.entries(operation.responses).filter(([status]) => status !== '200')
  return `<section id="${operation.operationId}"><h3><span class="method">${method}</span> <code>${e(path)}</code></h3>
<p><strong>${e(operation.summary)}.</strong> ${prose(operation.description)}</p>
${operation.parameters.length > 0 ? `<h4>Parameters</h4><dl>${operation.parameters.map(parameter).join('')}</dl>` : ''}
${body ? `<h4>Body</h4>${fields(body)}<h4>Example</h4><pre>${e(exampleOf(base, path))}</pre>` : ''}
${returns ? `<details><summary>What comes back</summary>${fields(returns)}</details>` : ''}
<details><summary>Other answers</summary><dl>${others.map(([status, { description }]) => `<div><dt>${status}</dt><dd>${prose(description)}</dd></div>`).join('')}</dl></details>
</section>`
}

function parameter({ name, in: where, required, description, schema }: Parameter): string {
  const place = where === 'header' ? ' in a header' : ''
  return `<div><dt><code>${e(name)}</code> <i>${typeOf(schema)}${place}${required ? '' : ', optional'}</i></dt><dd>${prose(description)}</dd></div>`
}

function fields(schema: Schema): string {
  const inner = schema.items ?? schema
  const held = inner.properties ?? inner.anyOf?.find((one) => one.properties)?.properties
  if (!held) return `<p><i>${typeOf(schema)}</i></p>`
  const required = new Set(inner.required ?? [])
  const rows = Object.entries(held).map(([name, one]) => {
    const deeper = one.properties || one.items?.properties ? fields(one) : ''
    const words = one.description ?? (one.anyOf ?? []).find(({ description }) => description)?.description
    const said = words ? `<span>${prose(words)}</span>` : ''
    return `<li><code>${e(name)}</code> <i>${typeOf(one)}${required.has(name) ? '' : ', optional'}</i> ${said}${deeper}</li>`
  })
  return `<ul class="fields">${rows.join('')}</ul>`
}

function typeOf(schema: Schema): string {
  if (schema.anyOf) {
    const parts = schema.anyOf.map(typeOf)
    return [...new Set(parts)].join(' or ')
  }
  if (schema.enum) return schema.enum.map((one) => e(String(one))).join(' · ')
  if (schema.type === 'array') return `list of ${schema.items?.properties ? 'objects' : typeOf(schema.items ?? {})}`
  if (schema.format === 'date-time') return 'instant'
  return (
    ({ integer: 'whole number', null: 'null', string: 'text', boolean: 'true or false' } as Record<string, string>)[
      schema.type ?? ''
    ] ??
    schema.type ??
    'anything'
  )
}

const exampleOf = (base: string, path: string) => `curl -X POST ${base}${path} \\
  -H "Authorization: Bearer spotter_…" \\
  -H "Content-Type: application/json" -H "Idempotency-Key: push-day-2026-11-28" \\
  -d '{
    "title": "Push day",
    "startedAt": "2026-11-28T18:00:00+01:00", "endedAt": "2026-11-28T19:05:00+01:00",
    "zone": "Europe/Ljubljana",
    "exercises": [
      { "exerciseId": "bench-press",
        "sets": [{ "loadG": 60000, "reps": 8, "rir": 2 }, { "loadG": 62500, "reps": 6 }] }
    ]
  }'`

/** The app's own colours (ui/tokens.css), which no page without its styles has. */
const STYLE = `:root{--bg:#0d0e10;--surface:#141619;--line:#282c32;--text:#f5f6f7;--text-2:#b3bac4;--accent:#ff8a4a;--soft:#33190a}
@media(prefers-color-scheme:light){:root{--bg:#f6f6f4;--surface:#fff;--line:#e3e3df;--text:#15171b;--text-2:#494f59;--accent:#b84300;--soft:#ffe3d1}}
*{box-sizing:border-box}html{scroll-behavior:smooth;background:var(--bg);color:var(--text)}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;font:1rem/1.6 "Inter Variable",Inter,system-ui,sans-serif}main{max-width:46rem;margin:0 auto;padding:1rem 1.25rem 5rem}
nav{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin-bottom:1rem}nav a{min-height:3rem;display:inline-flex;align-items:center;color:var(--text-2);text-decoration:none}nav a:first-child{flex:1;font-weight:700;color:var(--text)}
h1{font-size:2.125rem;line-height:1.1;letter-spacing:-.03em;margin:0 0 .75rem}h2{font-size:1.25rem;margin:2.5rem 0 .75rem}h3{font-size:1.0625rem;margin:0 0 .5rem;overflow-wrap:anywhere}h4{margin:1.25rem 0 .5rem;font-size:.9375rem}
.lead{font-size:1.125rem;color:var(--text-2);margin:0}a{color:var(--accent)}p{margin:0 0 1rem}
code,pre{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,monospace}pre{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:.875rem 1rem;overflow-x:auto;margin:0 0 1rem}
.contents{list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}.contents a{display:flex;flex-wrap:wrap;gap:0 1rem;justify-content:space-between;align-items:center;min-height:3rem;padding:.375rem 0;border-bottom:1px solid var(--line);color:var(--text);text-decoration:none}.contents span{color:var(--text-2)}
section{margin-top:2rem;padding:1.25rem;background:var(--surface);border:1px solid var(--line);border-radius:16px;scroll-margin-top:1rem}section pre{background:var(--bg)}
.method{font-size:.8125rem;font-weight:700;padding:.125rem .5rem;border-radius:6px;background:var(--soft);color:var(--accent);margin-right:.375rem}
dl{margin:0}dl div{padding:.5rem 0;border-top:1px solid var(--line)}dd{margin:0;color:var(--text-2)}i{font-style:normal;color:var(--text-2);font-size:.875rem;overflow-wrap:anywhere}
.fields{list-style:none;margin:0;padding:0}.fields li{padding:.375rem 0;border-top:1px solid var(--line)}.fields .fields{margin:.375rem 0 0;padding-left:1rem;border-left:2px solid var(--line)}.fields span{display:block;color:var(--text-2);font-size:.9375rem}
summary{min-height:3rem;display:flex;align-items:center;cursor:pointer;font-weight:600}summary::before{content:"+";width:1.5rem;color:var(--accent)}details[open]>summary::before{content:"−"}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}`
