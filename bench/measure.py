"""Runs commands one after another and says what each cost, as the kernel counted it.

JSON lines on stdin and stdout: {"argv": [...], "env": {...}, "cwd": "/tmp"} in, {"status", "seconds", "cpu", "rss", "stderr"} out;
seconds by the clock, user and system seconds together, KiB at the highest. stdout of the command is thrown away.
"""
import json
import os
import sys
import tempfile
import time


def measure(request):
    with open(os.devnull, 'r+') as nothing, tempfile.TemporaryFile() as stderr:
        started = time.perf_counter()
        child = os.posix_spawnp(request['argv'][0], request['argv'], request['env'], file_actions=[
            (os.POSIX_SPAWN_DUP2, nothing.fileno(), 0),
            (os.POSIX_SPAWN_DUP2, nothing.fileno(), 1),
            (os.POSIX_SPAWN_DUP2, stderr.fileno(), 2),
        ])
        _, state, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - started
        stderr.seek(0)
        return {
            'status': os.waitstatus_to_exitcode(state),
            'seconds': seconds,
            'cpu': usage.ru_utime + usage.ru_stime,
            'rss': usage.ru_maxrss,
            'stderr': stderr.read(2000).decode(errors='replace'),
        }


for line in sys.stdin:
    print(json.dumps(measure(json.loads(line))), flush=True)
