const {unitSpecs} = require('./test/support/suites.ts')

module.exports = {
  spec: unitSpecs(),
  'node-option': ['conditions=@osc/source', 'no-warnings'],
  timeout: 60_000,
  parallel: true,
  jobs: 2,
  // A hook that fails may leave a server open, which must not keep the run alive.
  exit: true,
}
