import {createHash} from 'node:crypto'

/** The workflow that replaces servers, and the workbook that it comes with. */
export const WORKBOOK = 'osc.healing.v1'
export const REPLACE_SERVER = `${WORKBOOK}.replace_server`
/** The tag of this version of the workbook. */
export const WORKBOOK_TAG = 'osc-healing-1'

const PREFIX = 'healing-'

/** The name of a stack's queue and alarm. Zaqar takes 64 letters, digits, underscores and dashes; stacks may have dots. */
export function healingName(stack: string): string {
  const name = `${PREFIX}${stack.replaceAll('.', '_')}`
  return name.length <= 64 ? name : `${PREFIX}${createHash('sha256').update(stack).digest('hex').slice(0, 32)}`
}

/** The description of a stack's alarm, and the stack in such a description. */
export const alarmDescription = (stack: string): string => `Heals stack ${stack}`
export const healedStack = (description: string): string | undefined => /^Heals stack (.+)$/.exec(description)?.[1]

/** The command line that enables or renews healing. Only names that Heat allows are safe in a shell. */
export const enableLine = (stack: string): string =>
  `osc healing enable ${/^[a-z][\w.-]*$/i.test(stack) ? stack : 'STACK'}`

/** The part of a name after its prefix: the stack, unless it has dots or is long. */
export const withoutPrefix = (name: string): string => name.slice(PREFIX.length)

export const isHealingName = (name: string): boolean => name.startsWith(PREFIX)
