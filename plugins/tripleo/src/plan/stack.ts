import {asArray, asObject, type JsonObject, NotFoundError, type Session, shellWord} from '@osc-cli/core'

/** The stack of a plan; undefined when the plan is not deployed. */
export async function stackOf(session: Session, name: string): Promise<JsonObject | undefined> {
  const {stacks} = await session.get('orchestration', '/stacks', {name})
  return asArray(stacks)
    .map(asObject)
    .find((one) => one.stack_name === name)
}

/** The stack of a plan. NotFoundError when the plan is not deployed. */
export async function findStack(session: Session, name: string): Promise<JsonObject> {
  const stack = await stackOf(session, name)
  if (stack) return stack
  throw new NotFoundError(`The plan ${name} is not deployed.`, {
    hint: `Show its state with: osc overcloud status --plan ${shellWord(name)}`,
  })
}
