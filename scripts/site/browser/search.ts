// The search box of a page. `/` focuses it, the arrows move through the results, Enter opens one, Escape closes them.
import './copy.ts'
import {type Hit, search} from '#advice/search/search'
import type {SearchData} from '../search-data.ts'

declare const oscSearch: SearchData

const MOST = 20

const form = element('site-search', HTMLFormElement)
const box = element('site-words', HTMLInputElement)
const list = element('site-hits', HTMLElement)
const root = form.dataset.root ?? ''

form.hidden = false
box.addEventListener('input', show)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  links()[0]?.click()
})
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLInputElement
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === '/' && !typing) box.focus()
  else if (event.key === 'Escape' && !list.hidden) close()
  else if (event.key === 'ArrowDown' && !list.hidden) move(1)
  else if (event.key === 'ArrowUp' && !list.hidden) move(-1)
  else return
  event.preventDefault()
})
// A browser that goes back brings the words along.
if (box.value !== '') show()

function show(): void {
  const hits = box.value.trim() === '' ? [] : found(box.value)
  list.hidden = box.value.trim() === ''
  const items = document.createElement('ol')
  items.append(...hits.map(item))
  const none = document.createElement('p')
  none.textContent = 'No results.'
  list.replaceChildren(hits.length > 0 ? items : none)
}

const found = (words: string): Hit[] =>
  search(words, [{index: oscSearch.index, plugin: '', installed: true}]).slice(0, MOST)

function item({document: hit, place, reason}: Hit): HTMLElement {
  const link = document.createElement('a')
  const option = reason.in === 'option' && hit.kind === 'command' ? `#${reason.name}` : ''
  link.href = `${root}${oscSearch.hrefs[place] ?? ''}${option}`
  link.append(made('b', hit.id), ' ', made('span', hit.summary))
  if (reason.in !== 'name' && reason.text !== hit.summary && reason.text !== hit.id)
    link.append(made('small', [reason.name, excerpt(reason.text)].filter(Boolean).join(': ')))
  const entry = document.createElement('li')
  entry.append(link)
  return entry
}

/** Of a long text the part that begins near one of the words. */
function excerpt(text: string): string {
  if (text.length <= 200) return text
  const places = box.value
    .toLowerCase()
    .split(/\s+/)
    .map((word) => text.toLowerCase().indexOf(word))
  const begin = Math.max(0, Math.min(...places.filter((at) => at >= 0)) - 60)
  return `... ${text.slice(Number.isFinite(begin) ? begin : 0).slice(0, 200)} ...`
}

function made(tag: string, text: string): HTMLElement {
  const node = document.createElement(tag)
  node.textContent = text
  return node
}

const links = (): HTMLAnchorElement[] => [...list.querySelectorAll('a')]

/** From the box into the list and back. */
function move(by: number): void {
  const stops: HTMLElement[] = [box, ...links()]
  const here = document.activeElement
  const at = here instanceof HTMLElement ? stops.indexOf(here) : -1
  stops[Math.min(Math.max(at + by, 0), stops.length - 1)]?.focus()
}

function close(): void {
  box.value = ''
  list.hidden = true
  box.focus()
}

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const node = document.getElementById(id)
  if (!(node instanceof kind)) throw new Error(`The page has no #${id}.`)
  return node
}
