import {type Layer, toLayer} from '#cloud/config/layer'
import {mapFromJson} from '#cloud/config/located'

/** What openstacksdk and osc-lib assume when nothing is said. */
export const defaults = (): Layer =>
  toLayer(
    mapFromJson(
      {
        api_timeout: null,
        auth_type: null,
        baremetal_introspection_status_code_retries: '5',
        baremetal_status_code_retries: '5',
        default_domain: 'default',
        disable_vendor_agent: {},
        floating_ip_source: 'neutron',
        image_api_use_tasks: false,
        image_format: 'qcow2',
        image_status_code_retries: '5',
        interface: 'public',
        message: '',
        network_api_version: '2',
        networks: [],
        object_store_api_version: '1',
        secgroup_source: 'neutron',
        status: 'active',
      },
      {kind: 'default', name: 'default'},
    ),
    'default',
  )
