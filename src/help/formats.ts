import {man} from '#help/man'
import {markdown} from '#help/markdown'
import type {Page} from '#help/page'
import {escapeUnsafe} from '#output/sanitize'

export const FORMATS = ['json', 'markdown', 'man'] as const
export type Format = (typeof FORMATS)[number]

/** What a format is made with, besides the page. */
export interface FormatOptions {
  program: string
  /** Day that a manual page is dated: `2026-11-25`. */
  date: string
  /** The file's name of a page that a section names: `osc stack show` is on `stack-show`. Without it nothing is linked. */
  linked?: ((text: string) => string | undefined) | undefined
}

/** A page for programs: the same facts in the format that was asked for. */
export function formatted(page: Page, format: Format, options: FormatOptions): string {
  switch (format) {
    case 'json':
      return `${escapeUnsafe(JSON.stringify(page, undefined, 2))}\n`
    case 'markdown':
      return markdown(page, options)
    case 'man':
      return man(page, options)
  }
}

/** The day of a page: today, or the one that a reproducible build is given. */
export function dateOf({SOURCE_DATE_EPOCH}: Readonly<Record<string, string | undefined>>): string {
  const seconds = Number(SOURCE_DATE_EPOCH || Number.NaN)
  return new Date(Number.isFinite(seconds) ? seconds * 1000 : Date.now()).toISOString().slice(0, 10)
}
