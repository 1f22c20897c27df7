"""The live socket: every connection hears its streams without gaps and in order.

`protocol` lets one encoded frame be written to many sockets; `feed` is one
stream's audience on this node; `hub` moves hints to feeds; `connection` is one
socket; `gateway` speaks the wire protocol (docs/live.md). Rooms plug in through
`acts` (what a client may ask), `audiences` (what a person hears) and `watching`.
"""
