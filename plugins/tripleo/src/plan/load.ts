import type {Session} from '@osc-cli/core'
import {environmentOf} from '#plan/environment'
import {findPlan} from '#plan/plan'
import {renderedFrom} from '#plan/render'
import type {Plan} from '#plan/save'

/** A stored plan, without the files that were rendered from others. NotFoundError when there is no such plan. */
export async function loadPlan(session: Session, name: string): Promise<Plan> {
  const files = await (await findPlan(session, name)).readAll()
  for (const rendered of renderedFrom(files).keys()) files.delete(rendered)
  return {files, environment: environmentOf(files, name)}
}
