"""What people attach: resumable uploads, what a file really is, previews, downloads.

In Russian: «вложения». A file belongs to whoever uploaded it; others see it only through a door that a
higher room registers. A file is always downloadable, with or without a preview.

Other rooms may import:
    access.find_visible_file, register_door      who may see a file; a higher room adds its reasons
    access.find_stored_file, StoredFile          a file for a room's own work
    media_formats.decoder_of, render.limit_myself   how foreign bytes are decoded, in a process of its own
    attaching.attachable_files, register_use     what a sender may attach; a higher room says what it carries
    attaching.release_files                      something that carried these files is gone: look whether all is
    info.FileInfo, file_infos                    files as clients see them, for a whole page at once
    events.FileReady, PreviewMade                what is announced
"""
