/** What the bundle of the core is made of: the program, the SDK that it hands to plugins, and what the test kit runs. */
export {report} from '#line/report'
export {runLine} from '#line/run'
export {coreRoot, main, versionOf} from '#main'
export {loadCoreCommand} from '#plugins/core-commands'
export {loadIndex} from '#plugins/index-cache'
export {shareSdk} from '#plugins/share-sdk'
export * from '#sdk'
