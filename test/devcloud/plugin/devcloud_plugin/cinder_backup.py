"""Cinder's backup service for volumes that store nothing: each is read from and restored to a temporary file of zeros."""
import os
import sys
import tempfile

import cinder.cmd.backup
from cinder.volume import volume_utils


class FileConnector:
    """Takes the place of os-brick's connectors, which would look for iSCSI targets that do not exist."""

    SIZE = 64 * 1024

    def connect_volume(self, properties):
        handle, path = tempfile.mkstemp(prefix='devcloud-volume-')
        os.truncate(handle, self.SIZE)
        os.close(handle)
        return {'type': 'local', 'path': path}

    def disconnect_volume(self, properties, device, **kwargs):
        os.remove(device['path'])


volume_utils.brick_get_connector = lambda *args, **kwargs: FileConnector()
# The original asks iSCSI, NVMe and multipath tools, as root through sudo.
volume_utils.brick_get_connector_properties = lambda *args, **kwargs: {'host': 'devcloud', 'initiator': 'devcloud'}
sys.argv[0] = 'cinder-backup'
cinder.cmd.backup.main()
