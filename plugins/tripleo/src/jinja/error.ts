/** A template that cannot be read or rendered: in which file and line, and why. */
export class TemplateError extends Error {
  readonly file: string
  readonly line: number
  readonly reason: string

  constructor(file: string, line: number, reason: string) {
    super(`${file}, line ${line}: ${reason}`)
    this.name = 'TemplateError'
    this.file = file
    this.line = line
    this.reason = reason
  }
}
