import type {CommandData} from '#help/command-data'
import {definitions, inLines, shellLines, wrap} from '#help/layout'

/** A page as data: every format is made from it. */
export interface Page {
  /** What man and markdown call it: `stack create`. */
  title: string
  /** What it is about, for formats that want that in a line, where the intro does not begin with it. */
  summary?: string
  intro: readonly string[]
  sections: readonly Section[]
  /** Of a command's page: the declarations themselves, for programs. */
  command?: CommandData
}

/** Terms with what they mean, command lines or prose that keeps its line ends. */
export interface Section {
  title: string
  /** Its terms or lines name pages: `stack create`, `osc help heat`. */
  pages?: true
  /** Each entry on one line, cut where that ends. */
  brief?: true
  /** Its terms may take half of the width, so that what they mean is next to them. */
  wide?: true
  /** Phrases that no line ends within: verbs of two words. */
  whole?: readonly string[]
  entries?: readonly (readonly [string, string])[]
  lines?: readonly string[]
  text?: readonly string[]
}

/** Sections that have something to say. */
export const filled = (sections: readonly Section[]): Section[] =>
  sections.filter(({entries, lines, text}) => [entries, lines, text].some((part) => part && part.length > 0))

/** The page for people, in lines of at most `width` columns as far as words allow. */
export function pageLines({intro, sections}: Page, width: number, bold = (text: string) => text): string[] {
  return [
    ...intro.flatMap((paragraph) => wrap(paragraph, width)),
    ...sections.flatMap(({title, entries = [], lines = [], text = [], brief, wide, whole}) => [
      '',
      ...wrap(title, width).map(bold),
      ...text.flatMap((paragraph) => wrap(paragraph, width - 2).map((line) => `  ${line}`.trimEnd())),
      ...(brief
        ? inLines(entries, width)
        : definitions(entries, width, {...(wide ? {share: 1 / 2} : {}), ...(whole ? {whole} : {})})),
      ...lines.flatMap((line) => shellLines(`  ${line}`.trimEnd(), width)),
    ]),
  ]
}
