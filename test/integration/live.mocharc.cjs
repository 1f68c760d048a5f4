const {liveSpecs} = require('../support/suites.ts')

module.exports = {...require('./.mocharc.json'), spec: liveSpecs()}
