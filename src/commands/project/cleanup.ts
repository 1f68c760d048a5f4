import type {Session} from '#cloud/types'
import {olderThan} from '#common/cleanup/filter'
import {findDoomed} from '#common/cleanup/find'
import {kindNames} from '#common/cleanup/kinds'
import {remove} from '#common/cleanup/remove'
import type {Doomed} from '#common/cleanup/types'
import {projectId} from '#common/project'
import {PartialFailure} from '#rows/each'
import {inOrder} from '#rows/in-order'
import {ConfigError, Flags, InterruptedError, OscCommand, OscError, UsageError} from '#sdk'

/** Seconds that one thing may take to go, as OSC gives a service. */
const LIMIT = 120

const TIME = 'YYYY-MM-DDTHH24:MI:SS'
const one = {exactlyOne: ['auth-project', 'project']}

interface Target {
  session: Session
  /** The project that the session is in. */
  id: string
}

export default class ProjectCleanup extends OscCommand {
  static override summary = 'Delete everything that services hold for a project; the project itself stays.'
  static override roles = ['member', 'admin']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v1/{project_id}/stacks',
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'DELETE /v1/{project_id}/stacks/{name}/{id}',
    'GET /v2.1/servers/detail',
    'GET /v2.1/servers/{id}',
    'DELETE /v2.1/servers/{id}',
    'GET /v2/lbaas/loadbalancers',
    'GET /v2/lbaas/loadbalancers/{id}',
    'DELETE /v2/lbaas/loadbalancers/{id}',
    'GET /v2/zones',
    'DELETE /v2/zones/{id}',
    'GET /v2/reverse/floatingips',
    'PATCH /v2/reverse/floatingips/{id}',
    'GET /v3/{project_id}/{backups|snapshots|volumes}/detail',
    'GET /v3/{project_id}/{backups|snapshots}/{id}',
    'DELETE /v3/{project_id}/{backups|snapshots|volumes}/{id}',
    'GET /v2.0/{floatingips|security-groups|networks|ports|subnets|routers}',
    'PUT /v2.0/routers/{id}/remove_router_interface',
    'DELETE /v2.0/{floatingips|security-groups|networks|ports|subnets|routers}/{id}',
    'GET /v1/{account}',
    'GET /v1/{account}/{container}',
    'DELETE /v1/{account}/{container}',
    'DELETE /v1/{account}/{container}/{object}',
    'GET /v2/images',
    'DELETE /v2/images/{id}',
  ]
  static override examples = [
    {command: 'osc project cleanup --dry-run --auth-project', description: 'What there is in the project in use'},
    {
      command: 'osc project cleanup --auto-approve --project demo --created-before 2026-01-01T00:00:00',
      description: "Last year's, without being asked",
    },
  ]
  static override flags = {
    'dry-run': Flags.boolean({description: 'Only list what would go.', exclusive: ['auto-approve']}),
    'auto-approve': Flags.boolean({description: 'Do not ask.', exclusive: ['dry-run']}),
    'auth-project': Flags.boolean({description: 'The project that is logged in to.', ...one}),
    project: Flags.string({description: 'Project (name or ID); a role in it is needed.', helpValue: 'PROJECT', ...one}),
    'project-domain': Flags.string({description: 'Domain of the project (name or ID).', helpValue: 'DOMAIN'}),
    'created-before': Flags.string({description: 'Only what was created until then; UTC.', helpValue: TIME}),
    'updated-before': Flags.string({description: 'Only what was last changed until then; UTC.', helpValue: TIME}),
    'skip-resource': Flags.strings({
      description: 'Keep this kind of thing, such as block_storage.volume; repeatable.',
      helpValue: 'RESOURCE',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ProjectCleanup)
    const skipped = skippedKinds(flags['skip-resource'] ?? [])
    const {'created-before': created, 'updated-before': updated, project} = flags
    const filter = olderThan(created, updated)
    const {session, id} =
      project === undefined ? await this.current() : await this.other(project, flags['project-domain'])
    const filtered = created !== undefined || updated !== undefined
    const {doomed, failures} = await findDoomed({session, projectId: id, filter, filtered, skipped})
    for (const failure of failures) await this.note(failure)
    await this.list(doomed)
    if (!flags['dry-run'] && doomed.length > 0 && (flags['auto-approve'] || (await this.agreed()))) {
      await this.removeAll(session, doomed)
    }
    if (failures.length > 0) throw new PartialFailure(`${failures.length} kinds of things could not be listed.`)
  }

  private async current(): Promise<Target> {
    const session = await this.session()
    const {projectId: id} = await session.access()
    if (id === undefined) throw new ConfigError('No project is logged in to.', {hint: 'Select one, or use --project.'})
    return {session, id}
  }

  private async other(project: string, domain: string | undefined): Promise<Target> {
    const id = await projectId(this.api, project, domain)
    const session = await this.runtime.sessionIn(id)
    const {projectId: entered} = await session.access()
    // What is deleted is gone: whatever a log-in did with the scope, nothing else may be touched.
    if (entered !== id) throw new ConfigError(`Project ${id} cannot be entered: the token is for ${entered ?? 'none'}.`)
    return {session, id}
  }

  private async list(doomed: readonly Doomed[]): Promise<void> {
    const {writeList} = await import('#output/list')
    const {env, stdout} = this.runtime
    const rows = doomed.map(({type, id, name}) => [type, id, name])
    const width = {'max-width': Number(env.CLIFF_MAX_TERM_WIDTH) || 0, 'fit-width': env.CLIFF_FIT_WIDTH === '1'}
    await writeList({columns: ['Type', 'ID', 'Name'], rows}, {format: 'table', ...width}, stdout)
  }

  private async agreed(): Promise<boolean> {
    const yes = await this.confirm('These resources will be deleted. Are you sure?', 'stdin')
    if (!yes) await this.note('Nothing was deleted.')
    return yes
  }

  /** Kind after kind, each to the end, so that nothing is in the way of the next; failures are told and counted. */
  private async removeAll(session: Session, doomed: readonly Doomed[]): Promise<void> {
    const patience = {limit: LIMIT, pause: (seconds: number) => this.pause(seconds)}
    let failed = 0
    const attempt = async (one: Doomed): Promise<void> => {
      try {
        await remove(session, one, patience)
      } catch (error) {
        if (!(error instanceof OscError) || error instanceof InterruptedError) throw error
        failed += 1
        await this.note(`${one.type} ${one.id}: ${error.message}`)
      }
    }
    for (const group of Map.groupBy(doomed, ({kind}) => kind).values()) await Array.fromAsync(inOrder(group, attempt))
    if (failed > 0) throw new PartialFailure(`${failed} of ${doomed.length} could not be deleted.`)
  }
}

function skippedKinds(names: readonly string[]): ReadonlySet<string> {
  const known = kindNames()
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return new Set(names)
  throw new UsageError(`--skip-resource cannot be '${unknown}'.`, {hint: `Kinds of things: ${known.join(', ')}.`})
}
