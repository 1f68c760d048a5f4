import type {Context} from '#context/context'
import {sanitize} from '#output/sanitize'
import {displayWidth} from '#output/width'

export interface Prompt {
  program: string
  context: Pick<Context, 'config' | 'access'>
  /** Of the last line. */
  status: number
  /** Columns of the terminal. */
  width: number
  colour: boolean
}

/** `[4] osc mycloud:demo> `: how the last line failed, the program, the cloud and the project as far as they are known. */
export function promptText({program, context, status, width, colour}: Prompt): string {
  const failed = status === 0 ? '' : `[${status}] `
  // Half of a line is for what is typed.
  const room = Math.max(8, Math.floor(width / 2)) - failed.length - program.length - 3
  const where = shortened(placeOf(context), room)
  const name = where === '' ? program : `${program} ${where}`
  return colour ? `${red(failed)}${bold(name)}> ` : `${failed}${name}> `
}

function placeOf({config, access}: Prompt['context']): string {
  const cloud = config?.name
  const {project_name: named, project_id: id} = config?.auth ?? {}
  const project = access?.value.projectName ?? [named, id].find((each) => typeof each === 'string')
  // Behind its colon, so that nobody takes a project for a cloud.
  const text = typeof project === 'string' && project !== '' ? `${cloud ?? ''}:${project}` : (cloud ?? '')
  return sanitize(text).replaceAll(/\s/g, ' ')
}

/** The beginning of a text that fits into so many columns. */
export function shortened(text: string, room: number): string {
  if (displayWidth(text) <= room) return text
  let [short, used] = ['', 0]
  for (const char of text) {
    used += displayWidth(char)
    if (used > room - 1) break
    short += char
  }
  return room < 1 ? '' : `${short}…`
}

const red = (text: string) => (text === '' ? '' : `\x1b[31m${text}\x1b[39m`)
const bold = (text: string) => `\x1b[1m${text}\x1b[22m`
