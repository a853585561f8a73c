"""A relay between a front and a shard that counts bytes and turns, and can be made slow."""
import selectors
import socket
import threading
import time


class Relay:
    """Listens on `port`, passes on to `target`. A turn is a message of the front after one of the shard: what a round trip costs."""

    def __init__(self, target, delay=0.0):
        self.target, self.delay = target, delay
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.lock = threading.Lock()
        self.reset()
        threading.Thread(target=self.accept, daemon=True).start()

    def reset(self):
        with self.lock:
            self.up = self.down = self.turns = 0

    def counted(self):
        with self.lock:
            return {"up": self.up, "down": self.down, "turns": self.turns}

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.carry, args=(client,), daemon=True).start()

    def carry(self, client):
        try:
            server = socket.create_connection(("127.0.0.1", self.target))
        except OSError:
            client.close()
            return
        for one in (client, server):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        selector = selectors.DefaultSelector()
        selector.register(client, selectors.EVENT_READ, (server, True))
        selector.register(server, selectors.EVENT_READ, (client, False))
        last_up = False
        while True:
            for key, _ in selector.select():
                to, is_up = key.data
                try:
                    data = key.fileobj.recv(1 << 16)
                    if not data:
                        raise OSError
                    if self.delay and (is_up != last_up or not is_up):
                        time.sleep(self.delay)
                    to.sendall(data)
                except OSError:
                    client.close()
                    server.close()
                    return
                with self.lock:
                    if is_up:
                        self.up += len(data)
                        self.turns += not last_up
                    else:
                        self.down += len(data)
                last_up = is_up
