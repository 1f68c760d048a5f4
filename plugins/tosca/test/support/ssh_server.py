#!/usr/bin/python3
"""ssh_server.py HOST: an SSH server on port 22 of an address of this machine. The private key on stdin logs in."""
import socket
import subprocess
import sys
import threading

import paramiko

KEY = paramiko.RSAKey.from_private_key(sys.stdin)


class Server(paramiko.ServerInterface):
    def get_allowed_auths(self, username):
        return 'publickey'

    def check_auth_publickey(self, username, key):
        return paramiko.AUTH_SUCCESSFUL if key == KEY else paramiko.AUTH_FAILED

    def check_channel_request(self, kind, chanid):
        return paramiko.OPEN_SUCCEEDED

    def check_channel_exec_request(self, channel, command):
        threading.Thread(target=run, args=(channel, command), daemon=True).start()
        return True


def run(channel, command):
    done = subprocess.run(['/bin/sh', '-c', command.decode()], stdin=subprocess.DEVNULL, capture_output=True)
    channel.sendall(done.stdout)
    channel.sendall_stderr(done.stderr)
    channel.send_exit_status(done.returncode)
    channel.close()


listener = socket.create_server((sys.argv[1], 22))
print('ready', flush=True)
while True:
    connection, _ = listener.accept()
    transport = paramiko.Transport(connection)
    transport.add_server_key(KEY)
    transport.start_server(server=Server())
