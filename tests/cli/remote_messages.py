"""Messages of Xapian's remote protocol, and a man in the middle who may change them; and Protocol Buffers, taken apart without their schema."""
import socket
import struct
import threading

QUERY, GET_MATCHES = 8, 26
STATISTICS, RESULTS = 11, 18
OURS = b"dateline."


def length(number):
    if number < 255:
        return bytes([number])
    out, number = bytearray([255]), number - 255
    while number >> 7:
        out.append(number & 0x7F)
        number >>= 7
    out.append(number | 0x80)
    return bytes(out)


def read_length(data, at):
    """The number, and where it ends; IndexError where it is cut."""
    if data[at] < 255:
        return data[at], at + 1
    number, shift = 255, 0
    while True:
        at += 1
        number += (data[at] & 0x7F) << shift
        shift += 7
        if data[at] & 0x80:
            return number, at + 1


def message(kind, payload):
    return bytes([kind]) + length(len(payload)) + payload


def read_message(connection, buffer):
    """One message, or None at the end; `buffer` keeps what came after it."""
    while True:
        try:
            size, begin = read_length(buffer, 1)
            if begin + size <= len(buffer):
                kind, payload = buffer[0], bytes(buffer[begin:begin + size])
                del buffer[:begin + size]
                return kind, payload
        except IndexError:
            pass
        piece = connection.recv(1 << 20)
        if not piece:
            return None
        buffer += piece


def payloads_of_ours(query):
    """Where the payloads of sources and spies of ours stand in a query's message: (of the length, of the payload, its end)."""
    places, at = [], query.find(OURS)
    while at >= 0:
        name_end = at + query[at - 1]
        try:
            size, begin = read_length(query, name_end)
            if begin + size <= len(query):
                places.append((name_end, begin, begin + size))
        except IndexError:
            pass
        at = query.find(OURS, name_end)
    return places


def with_payload(query, place, payload):
    """The message with another payload in that place, and the lengths that go with it."""
    return replaced(query, place[0], place[2], length(len(payload)) + payload)


def with_name(query, place, name):
    begin = query.rfind(OURS, 0, place[0]) - 1
    return replaced(query, begin, place[0], length(len(name)) + name)


def replaced(query, begin, end, new):
    # The tree of operators has a length in front of it, and spies come after it.
    size, first = read_length(query, 0)
    if begin < first + size:
        return length(size + len(new) - (end - begin)) + query[first:begin] + new + query[end:]
    return query[:begin] + new + query[end:]


def varint(number):
    out = bytearray()
    number &= (1 << 64) - 1
    while number >> 7:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def fields(data):
    """[number, wire type, value] of a message of Protocol Buffers; ValueError where it is none."""
    out, at = [], 0

    def number():
        nonlocal at
        value = shift = 0
        while True:
            if at >= len(data) or shift > 63:
                raise ValueError
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(data):
        key = number()
        wire = key & 7
        if wire == 0:
            value = number()
        else:
            size = {1: 8, 5: 4}.get(wire) if wire != 2 else number()
            if size is None or at + size > len(data) or key >> 3 == 0:
                raise ValueError
            value, at = bytes(data[at:at + size]), at + size
        out.append([key >> 3, wire, value])
    return out


def joined(parts):
    return b"".join(varint(number << 3 | wire) + (varint(value) if wire == 0 else (varint(len(value)) if wire == 2 else b"") + value)
                    for number, wire, value in parts)


NUMBERS = (0, 1, 2, 127, 255, 65535, (1 << 31) - 1, 1 << 31, (1 << 32) - 1, (1 << 63) - 1, 1 << 63, (1 << 64) - 1)


def spoiled(chance, data, most=4):
    """Some bytes changed, left out, doubled or put in."""
    data = bytearray(data)
    for _ in range(chance.randint(1, most)):
        at = chance.randrange(len(data) + 1)
        kind = chance.randrange(5)
        if kind == 0 and at < len(data):
            data[at] = chance.randrange(256)
        elif kind == 1:
            del data[at:at + chance.randint(1, 20)]
        elif kind == 2:
            data[at:at] = data[at:at + chance.randint(1, 200)]
        elif kind == 3:
            data[at:at] = varint(chance.choice(NUMBERS))
        else:
            data[at:at] = chance.randbytes(chance.randint(1, 8))
    return bytes(data)


def tampered(chance, data):
    """A message of Protocol Buffers that is one still, with something in it that nobody would write; else spoiled bytes."""
    try:
        parts = fields(data)
    except ValueError:
        parts = []
    if not parts:
        return spoiled(chance, data)
    part = chance.choice(parts)
    kind = chance.randrange(8)
    if kind == 0:
        parts.remove(part)
    elif kind == 1:
        parts[:] = parts + [part] * chance.choice((1, 2, 30, 1000))
    elif kind == 2:
        part[0] = chance.randint(1, 15)
    elif kind == 3:
        # A message in itself, and again.
        for _ in range(chance.choice((1, 10, 90, 200))):
            parts = [[part[0], 2, joined(parts)]]
    elif part[1] == 0:
        part[2] = chance.choice(NUMBERS)
    elif part[1] == 2:
        part[2] = tampered(chance, part[2]) if part[2] else chance.randbytes(chance.choice((1, 8, 3000)))
    else:
        values = (0.0, -1.0, 1e308, float("inf"), float("nan"))
        part[2] = chance.choice((struct.pack("<d", chance.choice(values)), chance.randbytes(8)))[:len(part[2])]
    return joined(parts)


class Middle:
    """Stands between fronts and the shard at `target`. `change(is_up, kind, payload)` gives the bytes that go on in the place of a
    message; None ends the connection."""

    def __init__(self, target, change):
        self.target, self.change = target, change
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
                server = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                return
            for one in (client, server):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for source, to, is_up in ((client, server, True), (server, client, False)):
                threading.Thread(target=self.carry, args=(source, to, is_up), daemon=True).start()

    def carry(self, source, to, is_up):
        buffer = bytearray()
        try:
            while True:
                read = read_message(source, buffer)
                changed = read and self.change(is_up, *read)
                if changed is None:
                    break
                to.sendall(changed)
        except OSError:
            pass
        for one in (source, to):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        source.close()

    def stop(self):
        self.listener.close()
