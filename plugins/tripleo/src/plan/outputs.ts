import {asArray, asObject, asText, type Json, pathSegment, type Session} from '@osc-cli/core'
import {findStack} from '#plan/stack'

/** Requests of `outputsOf`. */
export const OUTPUT_CALLS = ['GET /v1/{project_id}/stacks', 'GET /v1/{project_id}/stacks/{name}/{id}']

/** The outputs of the stack of a plan, by name. NotFoundError when the plan is not deployed. */
export async function outputsOf(session: Session, plan: string): Promise<Map<string, Json>> {
  const {id} = await findStack(session, plan)
  const path = `/stacks/${pathSegment(plan, 'stack')}/${pathSegment(String(id), 'stack')}`
  const {stack} = await session.get('orchestration', path)
  const outputs = asArray(asObject(stack).outputs).map(asObject)
  return new Map(outputs.map((one) => [asText(one.output_key) ?? '', one.output_value ?? null]))
}
