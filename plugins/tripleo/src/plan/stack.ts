import {asArray, asObject, asText, type Session} from '@osc-cli/core'

/** The status of a plan's stack, `CREATE_COMPLETE`; undefined when the plan is not deployed. */
export async function stackStatus(session: Session, name: string): Promise<string | undefined> {
  const {stacks} = await session.get('orchestration', '/stacks', {name})
  const stack = asArray(stacks)
    .map(asObject)
    .find((one) => one.stack_name === name)
  return stack && (asText(stack.stack_status) ?? '')
}
