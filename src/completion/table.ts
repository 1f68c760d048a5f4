import {statSync} from 'node:fs'
import {join} from 'node:path'
import {readRegular} from '#files/regular-file'

/**
 * What completion knows, in a file that is searched as text: at a key press only the lines that are needed are parsed. The
 * first line is the head; each other line is a beginning of a command, a tab, and what may follow it as JSON.
 */
export interface TableHead {
  format: number
  /** File to what it looked like when the table was made from it. */
  made: Readonly<Record<string, string>>
  /** First words that stand for a plugin. */
  namespaces: readonly string[]
  /** Topics of help. */
  topics: readonly string[]
}

/** What may follow some words. */
export interface TableEntry {
  /** Word and what it is. */
  next?: readonly (readonly [string, string])[]
  /** Only of a command. */
  options?: readonly TableOption[]
  arguments?: readonly TableArgument[]
}

/** Where values come from: fixed choices, the names of a noun of the cloud (both for columns), the pages of help, or files. */
export interface Values {
  choices?: readonly string[]
  noun?: string
  /** Commands, nouns, plugins and topics. */
  pages?: true
  files?: true
}

export interface TableOption extends Values {
  /** All names with their dashes, the one to offer first. */
  names: readonly string[]
  summary: string
  takesValue: boolean
  multiple?: boolean
  /** First names of options that it cannot be combined with. */
  excludes?: readonly string[]
}

export interface TableArgument extends Values {
  name: string
  multiple?: boolean
}

export const FORMAT = 4
/** The noun under which the regions of the selected cloud are kept: those of Keystone are `region`. */
export const OWN_REGION = 'region of the cloud'
/** The noun under which the columns that a command printed are kept. */
export const columnsOf = (command: string): string => `columns of ${command}`
/** The key of the options that every command has. */
export const GLOBAL = '-'

export const tableFile = (cacheDir: string, root: string, dataDir: string): string =>
  join(cacheDir, `completion-${mark(root + dataDir)}.txt`)

export interface Table {
  namespaces: readonly string[]
  topics: readonly string[]
  entry(key: string): TableEntry | undefined
}

/** The table, unless there is none or a file that it was made from has changed. */
export function readTable(file: string): Table | undefined {
  try {
    const text = readRegular(file)
    const head = JSON.parse(text.slice(0, text.indexOf('\n'))) as TableHead
    const current = head.format === FORMAT && Object.entries(head.made).every(([path, look]) => lookOf(path) === look)
    return current ? {namespaces: head.namespaces, topics: head.topics, entry: (key) => entryIn(text, key)} : undefined
  } catch {
    return undefined
  }
}

function entryIn(text: string, key: string): TableEntry | undefined {
  const start = text.indexOf(`\n${key}\t`)
  if (start < 0) return undefined
  const from = start + key.length + 2
  return JSON.parse(text.slice(from, text.indexOf('\n', from))) as TableEntry
}

export function lookOf(path: string): string {
  const stat = statSync(path, {throwIfNoEntry: false})
  return stat ? `${stat.mtimeMs} ${stat.size}` : 'absent'
}

/** FNV-1a: names a file, protects nothing. */
export function mark(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
