import {Config} from '@oclif/core/config'
import {userAgent} from '#process'
import type {Runtime} from '#runtime'

/**
 * oclif's configuration filled from what osc already knows. `Config.load` would read every plugin's manifest at every
 * start; a command of osc needs none of that. Plain oclif plugins get the real one.
 */
export class OscConfig extends Config {
  readonly runtime: Runtime

  constructor(runtime: Runtime) {
    super({root: runtime.root})
    this.runtime = runtime
    this.root = runtime.root
    this.name = '@osc-cli/core'
    this.bin = runtime.program
    this.version = runtime.version
    this.dirname = 'osc'
    this.topicSeparator = ' '
    this.cacheDir = runtime.cacheDir
    this.dataDir = runtime.dataDir
    this.userAgent = userAgent(runtime.version)
  }
}
