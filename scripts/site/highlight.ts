import {escapeHtml} from './html.ts'

const mark = (kind: string, text: string): string => `<span class="${kind}">${text}</span>`

/** A block of shell or YAML as HTML, with comments and keys marked; other languages only escaped. */
function highlighted(code: string, language: string): string {
  const html = escapeHtml(code)
  if (language === 'yaml')
    return html.replaceAll(
      /^(\s*(?:- )?)([\w.$&;:-]+)(?=:(?:\s|$))/gm,
      (_, indent: string, key: string) => indent + mark('key', key),
    )
  if (language !== 'sh' && language !== 'console') return html
  return html.replaceAll(/(^|\s)(#.*)$/gm, (_, before: string, comment: string) => before + mark('comment', comment))
}

/** The same as a block that can be copied as a whole. */
export const block = (code: string, language: string): string =>
  `<pre tabindex="0"><code>${highlighted(code.replace(/\n$/, ''), language)}</code></pre>`
