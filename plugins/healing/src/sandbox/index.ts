import type {SandboxService} from '@osc-cli/core/sandbox'
import {REPLACE_SERVER} from '#names'
import {replaceServer} from '#sandbox/replace-server'

/** The workflow for healing, which the sandbox's Mistral runs. */
const service: SandboxService = {
  type: 'healing',
  name: 'healing',
  prefix: 'healing',
  failureBody: ({message}) => ({message}),
  open: () => ({routes: {}, api: {workflows: {[REPLACE_SERVER]: replaceServer}}}),
}
export default service
