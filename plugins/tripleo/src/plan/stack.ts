import {asArray, asObject, type JsonObject, type Session} from '@osc-cli/core'

/** The stack of a plan; undefined when the plan is not deployed. */
export async function stackOf(session: Session, name: string): Promise<JsonObject | undefined> {
  const {stacks} = await session.get('orchestration', '/stacks', {name})
  return asArray(stacks)
    .map(asObject)
    .find((one) => one.stack_name === name)
}
