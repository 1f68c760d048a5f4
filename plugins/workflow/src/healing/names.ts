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

export const isHealingName = (name: string): boolean => name.startsWith(PREFIX)
