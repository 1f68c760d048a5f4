import {type ApiRequest, Args, asText, Flags, NotFoundError, OscCommand} from '@osc-cli/core'
import {hookParts, hookTypeOf, resourcesLike} from '#hooks'
import {Stack} from '#stack'
import type {Hook} from '#template/hooks'

const HOOKS: readonly Hook[] = ['pre-create', 'pre-update', 'pre-delete']

const hookFlag = (own: Hook) =>
  Flags.boolean({
    description: `Clear ${own} hooks, regardless of the state of the stack`,
    exclusive: HOOKS.filter((hook) => hook !== own),
  })

export default class StackHookClear extends OscCommand {
  static override summary = 'Clear hooks so that paused resources continue'
  static override roles = ['reader']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources',
    'POST /v1/{project_id}/stacks/{name}/{id}/resources/{resource}/signal',
  ]
  static override examples = [
    {command: 'osc stack hook clear waiting greeting', description: 'Clear the hook of one resource'},
    {
      command: "osc stack hook clear --pre-create waiting 'gr*'",
      description: 'Clear the hooks of resources by pattern',
    },
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
    hook: Args.string({
      description: 'Resources; nested/name in nested stacks; * and ? are wildcards',
      required: true,
      multiple: true,
    }),
  }
  static override flags = {
    'pre-create': hookFlag('pre-create'),
    'pre-update': hookFlag('pre-update'),
    'pre-delete': hookFlag('pre-delete'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackHookClear)
    const given = HOOKS.find((type) => flags[type])
    const type = given ?? (await this.typeByStatus(args.stack))
    const session = await this.session()
    // Heat refuses to clear a hook twice, and several patterns may fit one resource.
    const signals = new Map<string, Promise<unknown>>()
    const clear = (path: string): Promise<unknown> => {
      const begun = signals.get(path) ?? session.request(signal(path, type))
      signals.set(path, begun)
      return begun
    }
    await this.each(args.hook, async (pattern) => {
      const resources = await resourcesLike(session, args.stack, hookParts(pattern))
      if (resources.length === 0)
        throw new NotFoundError(`Stack ${args.stack} does not have a resource that matches '${pattern}'.`, {
          hint: `List its resources: osc stack resource list ${args.stack}`,
        })
      for (const {path} of resources) await clear(path)
    })
  }

  private async typeByStatus(stack: string): Promise<Hook> {
    const {stack_status: status} = await this.api(Stack).get(stack, {resolve_outputs: false})
    return hookTypeOf(stack, asText(status) ?? '')
  }
}

const signal = (path: string, hook: Hook): ApiRequest => ({
  service: 'orchestration',
  method: 'POST',
  path: `${path}/signal`,
  body: {unset_hook: hook},
})
