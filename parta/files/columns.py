"""The columns of a file as clients see it, for statements here and in the parts of this room."""

INFO = """id, name, content_type, kind, size, width, height, duration_ms, preview_state = 'ready' AS preview, state,
           purpose, waveform, scan_state AS scan"""
