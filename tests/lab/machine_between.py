"""A machine on the way between a mail app and its server. Usage:

machine_between.py wipe ADDRESS PORT SERVER PORT   passes everything on, but overwrites STARTTLS in what the server says, as some firewalls do
machine_between.py portal ADDRESS PORT             answers whoever speaks with a web page to sign in on, as hotels do
"""

import asyncio
import sys

SIGN_IN = b"HTTP/1.1 302 Found\r\nLocation: http://signin.hotel.example/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


async def pass_on(source, target, change):
    while line := await source.readline():
        target.write(change(line))
        await target.drain()
    target.close()


async def wipe(reader, writer):
    # From an address of its own: the redirect that brings clients here does not take it for one of them.
    server_reader, server_writer = await asyncio.open_connection(sys.argv[4], int(sys.argv[5]), local_addr=(sys.argv[2], 0))
    await asyncio.gather(
        pass_on(reader, server_writer, lambda line: line),
        pass_on(server_reader, writer, lambda line: line.replace(b"STARTTLS", b"XXXXXXXX")),
    )


async def portal(reader, writer):
    await reader.read(1024)
    writer.write(SIGN_IN)
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server({"wipe": wipe, "portal": portal}[sys.argv[1]], sys.argv[2], int(sys.argv[3]))
    await server.serve_forever()


asyncio.run(main())
