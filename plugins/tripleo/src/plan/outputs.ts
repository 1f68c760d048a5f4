import {asArray, asObject, asText, type Json, type JsonObject, pathSegment, type Session} from '@osc-cli/core'
import {findStack} from '#plan/stack'

/** Requests of `deployedStack` and `outputsOf`. */
export const OUTPUT_CALLS = ['GET /v1/{project_id}/stacks', 'GET /v1/{project_id}/stacks/{name}/{id}']

/** The stack of a plan, with parameters and outputs. NotFoundError when the plan is not deployed. */
export async function deployedStack(session: Session, plan: string): Promise<JsonObject> {
  const {id} = await findStack(session, plan)
  const path = `/stacks/${pathSegment(plan, 'stack')}/${pathSegment(String(id), 'stack')}`
  return asObject((await session.get('orchestration', path)).stack)
}

/** The outputs of the stack of a plan, by name. NotFoundError when the plan is not deployed. */
export const outputsOf = async (session: Session, plan: string): Promise<Map<string, Json>> =>
  outputsIn(await deployedStack(session, plan))

/** The outputs of a stack, by name. */
export const outputsIn = ({outputs}: JsonObject): Map<string, Json> =>
  new Map(
    asArray(outputs)
      .map(asObject)
      .map((one) => [asText(one.output_key) ?? '', one.output_value ?? null]),
  )
