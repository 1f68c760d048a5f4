import type {Session} from '@osc-cli/core'
import {PlanEnvironment} from '#plan/environment'
import {PlanFile, textOf} from '#plan/files'
import {findPlan} from '#plan/plan'
import {renderedFrom} from '#plan/render'
import type {Plan} from '#plan/save'

/** A stored plan, without the files that were rendered of others. NotFoundError when there is no such plan. */
export async function loadPlan(session: Session, name: string): Promise<Plan> {
  const files = await (await findPlan(session, name)).readAll()
  for (const rendered of renderedFrom(files).keys()) files.delete(rendered)
  return {files, environment: environmentOf(files, name)}
}

function environmentOf(files: ReadonlyMap<string, Buffer>, name: string): PlanEnvironment {
  const environment = new PlanEnvironment(textOf(files, PlanFile.environment) ?? '')
  environment.name = name
  return environment
}
