import type {OldClient} from '#advice/suggest/old-clients/types'

export const glance: OldClient = {
  nouns: {image: 'image', member: 'image member', task: 'image task'},
  others: {
    'image-deactivate': 'image set --deactivate',
    'image-download': 'image save',
    'image-import': 'image import',
    'image-reactivate': 'image set --activate',
    'image-stage': 'image stage',
    'image-tag-delete': 'image unset',
    'image-tag-update': 'image set',
    'image-upload': 'image create',
    'member-create': 'image add project',
    'member-delete': 'image remove project',
    'md-namespace-list': 'image metadef namespace list',
  },
  options: {'--name': ''},
}

export const cinder: OldClient = {
  nouns: {
    'availability-zone': 'availability zone',
    backup: 'volume backup',
    group: 'volume group',
    qos: 'volume qos',
    quota: 'quota',
    service: 'volume service',
    snapshot: 'volume snapshot',
    transfer: 'volume transfer request',
    type: 'volume type',
  },
  others: {
    'absolute-limits': 'limits show --absolute',
    'backup-restore': 'volume backup restore',
    create: 'volume create',
    delete: 'volume delete',
    extend: 'volume set',
    'force-delete': 'volume delete --force',
    list: 'volume list',
    migrate: 'volume migrate',
    'qos-associate': 'volume qos associate',
    'qos-disassociate': 'volume qos disassociate',
    'quota-defaults': 'quota show --default',
    'quota-usage': 'quota show --usage',
    'rate-limits': 'limits show --rate',
    rename: 'volume set',
    'reset-state': 'volume set --state available',
    retype: 'volume set',
    'service-disable': 'volume service set --disable',
    'service-enable': 'volume service set --enable',
    show: 'volume show',
    'snapshot-rename': 'volume snapshot set',
    'transfer-accept': 'volume transfer request accept',
    'type-key': 'volume type set',
    'upload-to-image': 'image create',
  },
  options: {'--display-name': '--name', '--display-description': '--description', '--volume-type': '--type'},
}

export const swift: OldClient = {
  nouns: {},
  others: {
    delete: 'object delete',
    download: 'object save',
    list: 'container list',
    post: 'container create',
    stat: 'object store account show',
    upload: 'object create',
  },
  options: {},
}
