/**
 * What the core's other files take from its bundle: the SDK, and what the sandbox, the test kit, oclif's help, a press of Tab and the
 * processes that the program starts of itself run.
 */
export {forgetClouds} from '#cloud/cache/inventory'
export {refreshCompletion} from '#completion/refresh'
export {refreshNames} from '#completion/refresh-names'
export {isRunning, processIdentity} from '#files/process-identity'
export {openRegular, readRegular} from '#files/regular-file'
export {helpOfOclif} from '#line/help-of-oclif'
export {report} from '#line/report'
export {runLine} from '#line/run'
export {coreRoot, main, versionOf} from '#main'
export {loadAll} from '#plugins/check-loads'
export {loadCoreCommand} from '#plugins/core-commands'
export {loadIndex} from '#plugins/index-cache'
export {shareSdk} from '#plugins/share-sdk'
export * from '#sdk'
export {systemClock} from '#terminal/clock'
