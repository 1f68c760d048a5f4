/**
 * What the bundle of the core is made of: the program, the SDK that it hands to plugins, what the test kit and oclif's help
 * run, and what the program starts itself again for.
 */
export {refreshCompletion} from '#completion/refresh'
export {refreshNames} from '#completion/refresh-names'
export {helpOfOclif} from '#line/help-of-oclif'
export {report} from '#line/report'
export {runLine} from '#line/run'
export {coreRoot, main, versionOf} from '#main'
export {loadAll} from '#plugins/check-loads'
export {loadCoreCommand} from '#plugins/core-commands'
export {loadIndex} from '#plugins/index-cache'
export {shareSdk} from '#plugins/share-sdk'
export * from '#sdk'
