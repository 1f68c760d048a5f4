import {type OscCommand, projectOf, UsageError} from '@osc-cli/core'

/** The project that the options name, or that of the login. UsageError when neither has one. */
export async function ownProject(
  command: Pick<OscCommand, 'api' | 'session'>,
  flags: Parameters<typeof projectOf>[1],
): Promise<string> {
  const project = (await projectOf(command.api, flags)) ?? (await (await command.session()).access()).projectId
  if (project) return project
  throw new UsageError('Your credentials are not scoped to a project.', {hint: 'Name the project with --project.'})
}
