import {configurationFindings, edit, folderFindings} from '#advice/doctor/configuration'
import {endpointFindings} from '#advice/doctor/endpoints'
import {type Finding, failed, ok, skipped} from '#advice/doctor/finding'
import {networkFindings} from '#advice/doctor/network'
import {pathFinding} from '#advice/doctor/path'
import {pluginFindings} from '#advice/doctor/plugins'
import {adviceOnAny} from '#advice/remedies/advice'
import {chooseRemedy} from '#advice/remedies/choose'
import {requireCloud} from '#cloud/config/require'
import type {CloudConfig} from '#cloud/config/types'
import {openSession, transportOptions} from '#cloud/open'
import {createTransport} from '#cloud/transport'
import type {Transport} from '#cloud/transport-types'
import type {Access} from '#cloud/types'
import {ConfigError, OscError} from '#errors'
import {userAgent} from '#process'
import type {Runtime} from '#runtime'

/** Seconds that a check waits for an answer. */
const PATIENCE = 10

/** Looks at everything that a command needs, in the order in which it needs it. Nobody is asked for anything. */
export async function examine(runtime: Runtime, running: string | undefined): Promise<Finding[]> {
  const [cloud, plugins] = await Promise.all([ofCloud(runtime), pluginFindings(runtime)])
  return [pathFinding(runtime.env, running), ...cloud, ...plugins]
}

async function ofCloud(runtime: Runtime): Promise<Finding[]> {
  const folders = folderFindings([runtime.cacheDir, runtime.dataDir])
  try {
    const config = await runtime.config()
    requireCloud(config)
    return [...configurationFindings(config), ...folders, ...(await cloudFindings(config, runtime))]
  } catch (error) {
    const isSelected = !(error instanceof OscError && error.code === 'NoCloud')
    const rest = (['network', 'authentication', 'endpoint'] as const).map((check) =>
      skipped(check, isSelected ? 'the configuration is not valid' : 'no cloud is selected'),
    )
    const finding = failed('configuration', error)
    const fix = (await advisedFix(error, runtime)) ?? finding.fix ?? edit(finding.says)
    return [{...finding, fix}, ...folders, ...rest]
  }
}

/** What a plugin has to say: the sandbox of its own clouds. */
async function advisedFix(error: unknown, {index, program}: Runtime): Promise<string | undefined> {
  if (!(error instanceof OscError)) return undefined
  const {code, message} = error
  const remedies = await adviceOnAny(code, {index})
  return chooseRemedy(remedies, {code, message, service: undefined, command: 'doctor'}, {osc: program}).fix
}

async function cloudFindings(config: CloudConfig, runtime: Runtime): Promise<Finding[]> {
  const {env, signal, version} = runtime
  const trace = await runtime.trace()
  const options = transportOptions(config, {env, userAgent: userAgent(version), signal, trace})
  // The findings say where each address is from.
  const transport = createTransport({...options, timeout: PATIENCE, addressHint: ''})
  try {
    const network = await networkFindings(config, transport)
    if (network.some(({level}) => level === 'error')) {
      return [
        ...network,
        skipped('authentication', 'the identity service does not respond'),
        skipped('endpoint', 'no catalog'),
      ]
    }
    return [...network, ...(await authenticated(config, runtime, transport))]
  } catch (error) {
    // A CA bundle or a client certificate that cannot be read.
    return [failed('tls', error)]
  } finally {
    transport.close()
  }
}

async function authenticated(config: CloudConfig, runtime: Runtime, transport: Transport): Promise<Finding[]> {
  let access: Access
  try {
    access = await logIn(config, runtime)
  } catch (error) {
    return [failed('authentication', error), skipped('endpoint', 'no catalog')]
  }
  const roles = access.roles.map(({name}) => name).join(', ')
  const who = `${access.userName ?? access.userId ?? config.authType} on ${access.projectName ?? 'no project'}`
  const says = `logged in as ${who}${roles === '' ? '' : `, roles ${roles}`}`
  return [ok('authentication', says), ...(await endpointFindings(config, access, transport))]
}

/** A log-in of its own, so that what is kept cannot hide a password that no longer works. */
async function logIn(config: CloudConfig, {env, signal, version, cacheDir, trace}: Runtime): Promise<Access> {
  const terminal = {ask: refuse, print: refuse}
  const sessionRuntime = {
    env,
    signal,
    cacheDir,
    userAgent: userAgent(version),
    trace: await trace(),
    useCache: false,
    terminal,
  }
  return await (await openSession(config, sessionRuntime)).access()
}

function refuse(what: string): never {
  throw new ConfigError(`The login requires input on a terminal: ${what.trim()}`, {
    hint: 'Add the missing settings to clouds.yaml or the OS_* variables; doctor never prompts.',
    code: 'MissingParameter',
  })
}
