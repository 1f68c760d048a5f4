import type {Session} from '@osc-cli/core'
import type {Container} from '#plan/container'
import {environmentOf} from '#plan/environment'
import {findPlan} from '#plan/plan'
import {renderedFrom} from '#plan/render'
import type {Plan} from '#plan/save'

/** A stored plan, without the files that were rendered from others. NotFoundError when there is no such plan. */
export async function loadPlan(session: Session, name: string): Promise<Plan> {
  return await readPlan(await findPlan(session, name))
}

/** The plan of a container that is known to be one. */
export async function readPlan(container: Container): Promise<Plan> {
  const files = await container.readAll()
  for (const rendered of renderedFrom(files).keys()) files.delete(rendered)
  return {files, environment: environmentOf(files, container.name)}
}
