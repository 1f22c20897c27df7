"""The ground floor: database, events, live socket, jobs, blobs, HTTP, settings; it knows no school words.

Every room may import it; it imports no room.
"""
