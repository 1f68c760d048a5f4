"""Runs Debian's `openstack` many times at the price of one start.

Everything is imported once; each command then runs in a fork of its own, so that no state of one reaches the next.
Requests and answers are JSON lines on stdin and stdout:

    {"id": 1, "argv": ["region", "list"], "env": {...}, "cwd": "/tmp", "stdin": BASE64, "terminal": [80, 24] or null, "timeout": 60,
     "plugins": ["orchestration"] or null}
    {"id": 1, "status": 0, "signal": null, "stdout": BASE64, "stderr": BASE64}
"""
import base64
import concurrent.futures
import fcntl
import gc
import importlib.metadata
import json
import os
import signal
import struct
import sys
import tempfile
import termios
import threading
import time
import traceback


def preload():
    """Import the shell, every identity, orchestration and common command, the formatters and the API libraries."""
    import openstackclient.shell  # noqa: F401
    wanted = ('openstack.', 'cliff.formatter', 'keystoneauth1.plugin', 'heatclient.')
    entries = importlib.metadata.entry_points()
    for group in entries.groups:
        if not group.startswith(wanted):
            continue
        for entry in entries.select(group=group):
            try:
                entry.load()
            except Exception:  # a plugin whose own needs are missing fails where it is used
                pass
    for module in ('keystoneclient.v3.client', 'heatclient.v1.client', 'heatclient.client', 'openstack.connection',
                   'openstack.config', 'keystoneauth1.loading', 'prettytable', 'yaml'):
        try:
            __import__(module)
        except ImportError:
            pass


def run_child(request, stdin, stdout, stderr, terminal):
    """In the fork: become what the shell would have started. Never returns."""
    status = 70
    try:
        os.setsid()
        if terminal is not None:
            fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
        for number, descriptor in ((0, stdin), (1, stdout), (2, stderr)):
            os.dup2(descriptor, number)
        os.closerange(3, 256)
        sys.stdin = sys.__stdin__ = open(0, encoding='utf-8', errors='surrogateescape', closefd=False)
        # Functions imported before hold this very object as their default for where to write to.
        sys.stdout.reconfigure(encoding='utf-8', errors='surrogateescape', line_buffering=os.isatty(1))
        sys.stderr = sys.__stderr__ = open(2, 'w', buffering=1, encoding='utf-8', errors='backslashreplace', closefd=False)
        os.environ.clear()
        os.environ.update(request['env'])
        time.tzset()
        os.chdir(request['cwd'])
        sys.argv = ['/usr/bin/openstack'] + request['argv']
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.alarm(request['timeout'])
        if request['plugins'] is not None:
            keep_plugins(request['plugins'])
        status = run_shell(request['argv'])
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(status)


def keep_plugins(services):
    """As if of all plugins only those of these services were installed beside openstack's own modules."""
    from openstackclient.common import clientmanager
    wanted = ['os_%s_api_version' % service for service in services]
    clientmanager.PLUGIN_MODULES[:] = [module for module in clientmanager.PLUGIN_MODULES
                                       if module.__name__.startswith('openstackclient.')
                                       or module.API_VERSION_OPTION in wanted]


def run_shell(argv):
    """The exit status that `sys.exit(main())` of /usr/bin/openstack would give."""
    from openstackclient import shell
    try:
        code = shell.main(argv)
    except SystemExit as leaving:
        code = leaving.code
    except KeyboardInterrupt:
        return 130
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xff
    print(code, file=sys.stderr)
    return 1


def open_terminal(size):
    """Both ends of a terminal of that size, which leaves line ends alone."""
    master, slave = os.openpty()
    columns, rows = size
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))
    modes = termios.tcgetattr(slave)
    modes[1] &= ~termios.ONLCR
    termios.tcsetattr(slave, termios.TCSANOW, modes)
    return master, slave


def drain(master):
    """What the terminal shows until nobody has it open any more."""
    shown = b''
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:
            chunk = b''
        if not chunk:
            return shown
        shown += chunk


def serve(request):
    with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
        stdin.write(base64.b64decode(request['stdin']))
        stdin.seek(0)
        master = slave = None
        out = stdout.fileno()
        if request['terminal']:
            master, slave = open_terminal(request['terminal'])
            out = slave
        child = os.fork()
        if child == 0:
            run_child(request, stdin.fileno(), out, stderr.fileno(), slave)
        shown = None
        if slave is not None:
            os.close(slave)
            shown = drain(master)
            os.close(master)
        _, state = os.waitpid(child, 0)
        stdout.seek(0)
        stderr.seek(0)
        killed = os.WIFSIGNALED(state)
        return {
            'id': request['id'],
            'status': None if killed else os.WEXITSTATUS(state),
            'signal': signal.Signals(os.WTERMSIG(state)).name if killed else None,
            'stdout': base64.b64encode(stdout.read() if shown is None else shown).decode(),
            'stderr': base64.b64encode(stderr.read()).decode(),
        }


def main():
    sys.argv = ['/usr/bin/openstack']  # cliff takes its program's name from here, once
    preload()
    # A collection in a fork writes to every object, and so copies all memory: half of what a command costs.
    gc.collect()
    gc.freeze()
    gc.disable()
    # Commands write through their own descriptors; answers go where stdout was when this process started.
    answers = os.fdopen(os.dup(1), 'w')
    os.dup2(2, 1)
    writing = threading.Lock()

    def answer(line):
        try:
            text = json.dumps(serve(json.loads(line))) + '\n'
        except Exception:
            # The pool would keep the exception, and the caller would wait forever.
            traceback.print_exc()
            os._exit(1)
        with writing:
            answers.write(text)
            answers.flush()

    # Two at a time: a comparison in two formats waits for both.
    with concurrent.futures.ThreadPoolExecutor(2) as workers:
        for line in sys.stdin:
            workers.submit(answer, line)


if __name__ == '__main__':
    main()
