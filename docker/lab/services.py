"""The office's services in the lab: each answers GET with 200 and its own name, and swallows a PUT.

usage: services.py ADDRESS PORT:ID...   returns once all of them listen, and serves on in the background.
"""

import os
import socket
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

NAMES = {
    "social-affairs": "社福與兵役申辦",
    "treasury": "財政出納",
    "website": "官方網站",
    "official-documents": "公文系統",
    "queue-display": "民眾臨櫃叫號",
}


class Answer(BaseHTTPRequestHandler):
    timeout = 10  # a client cut off in mid-request must not keep its thread for ever

    def do_GET(self):
        body = f"{self.server.service} {NAMES[self.server.service]}\n".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET

    def do_PUT(self):
        """Swallows whatever comes until the client stops: the load that shaping is tried with."""
        while self.rfile.read1(65536):
            pass

    def log_message(self, *_):
        pass


class Listener(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def server_bind(self):
        # Not HTTPServer's own: it looks its name up in DNS, which a cut-off namespace waits for.
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)

    def handle_error(self, request, client_address):
        pass  # a client that went away in mid-answer is what a lab of broken lines is for


def listen(address, spec):
    port, service = spec.split(":")
    listener = Listener((address, int(port)), Answer)
    listener.service = service
    return listener


def detach():
    if os.fork():
        os._exit(0)
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)


def main():
    listeners = [listen(sys.argv[1], spec) for spec in sys.argv[2:]]
    detach()
    for listener in listeners[1:]:
        Thread(target=listener.serve_forever, daemon=True).start()
    listeners[0].serve_forever()


main()
