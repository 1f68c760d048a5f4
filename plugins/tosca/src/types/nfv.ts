import type {ShortTypes} from '#types/expand'

// The types of tosca_simple_profile_for_nfv_1_0_0, the profile that Tacker began with,
// https://docs.oasis-open.org/tosca/tosca-nfv/v1.0/

const text = {type: 'string'}
const texts = {type: 'list', entry_schema: {type: 'string'}}

export const nodes: ShortTypes = {
  'nfv.VNF': {
    properties: {id: text, vendor: text, version: 'version'},
    requirements: {virtualLink: 'nfv.VirtualLinkable nfv.VirtualLinksTo nfv.VL'},
  },
  'nfv.VDU': {
    from: 'Compute',
    capabilities: {
      high_availability: 'nfv.HA',
      virtualbinding: 'nfv.VirtualBindable',
      monitoring_parameter: 'nfv.Metric',
    },
    requirements: {'high_availability?': 'nfv.HA nfv.HA nfv.VDU'},
  },
  'nfv.CP': {
    from: 'network.Port',
    properties: {'type?': text},
    attributes: {address: text},
    requirements: {
      virtualLink: 'nfv.VirtualLinkable nfv.VirtualLinksTo nfv.VL',
      virtualBinding: 'nfv.VirtualBindable nfv.VirtualBindsTo nfv.VDU',
    },
  },
  'nfv.VL': {
    from: 'network.Network',
    properties: {vendor: text},
    capabilities: {virtual_linkable: 'nfv.VirtualLinkable'},
  },
  'nfv.VL.ELine': {from: 'nfv.VL'},
  'nfv.VL.ELAN': {from: 'nfv.VL'},
  'nfv.VL.ETree': {from: 'nfv.VL'},
  'nfv.FP': {properties: {'policy?': text}, requirements: {'forwarder?': 'nfv.Forwarder nfv.ForwardsTo'}},
}

export const relationships: ShortTypes = {
  'nfv.VirtualLinksTo': {from: 'network.LinksTo', targets: ['nfv.VirtualLinkable']},
  'nfv.VirtualBindsTo': {from: 'network.BindsTo', targets: ['nfv.VirtualBindable']},
  'nfv.HA': {targets: ['nfv.HA']},
  'nfv.Monitor': {from: 'ConnectsTo', targets: ['nfv.Metric']},
  'nfv.ForwardsTo': {targets: ['nfv.Forwarder']},
}

export const capabilities: ShortTypes = {
  'nfv.VirtualLinkable': {from: 'network.Linkable'},
  'nfv.VirtualBindable': {from: 'network.Bindable'},
  'nfv.HA': {},
  'nfv.HA.ActiveActive': {from: 'nfv.HA'},
  'nfv.HA.ActivePassive': {from: 'nfv.HA'},
  'nfv.Metric': {},
  'nfv.Forwarder': {},
}

export const groups: ShortTypes = {
  'nfv.VNFFG': {
    properties: {
      vendor: text,
      version: text,
      number_of_endpoints: 'integer',
      dependent_virtual_link: texts,
      connection_point: texts,
      constituent_vnfs: texts,
    },
  },
}
