import type {Faults} from '#faults'
import type {Template} from '#model/model'
import {placeOfValue} from '#yaml/places'

/** Checks that the address pools of networks have both ends. */
export function checkPools({nodes, types}: Template, faults: Faults): void {
  for (const {name, type, body, properties} of nodes) {
    const {start_ip: start, end_ip: end} = properties
    if ((start === undefined) === (end === undefined) || !types.isA(type, 'tosca.nodes.network.Network')) continue
    const [given, missing] = start === undefined ? ['end_ip', 'start_ip'] : ['start_ip', 'end_ip']
    faults.add(placeOfValue(body.properties, given), `node ${name}: ${given} requires ${missing}`)
  }
}
